import { type Instrument, type TextPack, validateTextPack } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { definitionIssueLine, problemLine } from '../print/issue-line.ts';
import { fileLabel } from '../print/safe-text.ts';
import { readJson } from './read-json.ts';

/**
 * Reads a text pack and checks it against its instrument.
 *
 * @throws CommandFailure for a file that holds no valid text pack of this instrument, with the first issue
 */
export async function readTextPack(file: string, instrument: Instrument, context: CommandContext): Promise<TextPack> {
  const name = fileLabel(file);
  const json = await readJson(file, context);
  if (!json.success) throw badInput(`${name}: ${problemLine(json.problems[0]!)}`);
  const checked = validateTextPack(json.value, instrument);
  if (checked.success) return checked.value;
  const { length } = checked.issues;
  const more = length > 1 ? ` (the first of ${length} issues; peerscale validate lists them)` : '';
  const what = `is not a valid text pack of ${instrument.id}@${instrument.version}`;
  throw badInput(`${name}: ${what}: ${definitionIssueLine(checked.issues[0]!)}${more}`);
}
