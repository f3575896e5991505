import type { Readable } from 'node:stream';
import type { Output } from './output/output.ts';

/** What a command may touch: nothing of the process but these. */
export interface CommandContext {
  readonly stdin: Readable;
  readonly output: Output;
  /** the folder that relative file names start from */
  readonly cwd: string;
}
