import { type Instrument, validateInstrument } from '@peerscale/core';
import { findInstrument, instruments } from '@peerscale/instruments';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { readJson } from '../input/read-json.ts';
import { definitionIssueLine, problemLine } from '../print/issue-line.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';

const isFileName = (name: string): boolean => /[/\\]/.test(name) || /\.json$/i.test(name);

async function instrumentFromFile(file: string, context: CommandContext): Promise<Instrument> {
  const name = fileLabel(file);
  const json = await readJson(file, context);
  if (!json.success) throw badInput(`${name}: ${problemLine(json.problems[0]!)}`);
  const checked = validateInstrument(json.value);
  if (checked.success) return checked.value;
  const { length } = checked.issues;
  const more = length > 1 ? ` (the first of ${length} issues; peerscale validate lists them)` : '';
  throw badInput(`${name}: is not a valid instrument: ${definitionIssueLine(checked.issues[0]!)}${more}`);
}

/**
 * The instrument that the user names: `ID`, `ID@VERSION`, or the path of an instrument.json (anything with a slash or
 * ending in ".json").
 *
 * @throws CommandFailure for an id that is not there, or a file that holds no valid instrument
 */
export async function pickInstrument(name: string, context: CommandContext): Promise<Instrument> {
  if (isFileName(name)) return instrumentFromFile(name, context);
  const [id = '', version, ...rest] = name.split('@');
  const found = rest.length === 0 ? findInstrument(id, version) : undefined;
  if (found !== undefined) return found;
  const versions = instruments.filter((candidate) => candidate.id === id).map((candidate) => candidate.version);
  if (versions.length > 0) throw badInput(`there is no ${quoted(name)}; of ${id} there is ${versions.join(', ')}`);
  const ids = [...new Set(instruments.map((candidate) => candidate.id))];
  const near = nearNames(id, ids)[0];
  const hint = near === undefined ? 'peerscale instruments lists them, a path names a file' : `did you mean ${near}?`;
  throw badInput(`there is no instrument ${quoted(name)}; ${hint}`);
}
