import { agreement } from './agreement.ts';
import { change } from './change.ts';
import { codebook } from './codebook.ts';
import type { Command } from './command.ts';
import { convert } from './convert.ts';
import { describe } from './describe.ts';
import { drivers } from './drivers.ts';
import { instruments } from './instruments.ts';
import { link } from './link.ts';
import { quality } from './quality.ts';
import { reliability } from './reliability.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { textpack } from './textpack.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  instruments,
  describe,
  validate,
  textpack,
  codebook,
  score,
  convert,
  reliability,
  report,
  agreement,
  quality,
  link,
  change,
  drivers,
];
