import { dirname, join } from 'node:path';
import {
  type DefinitionIssue,
  type Instrument,
  validateBattery,
  validateInstrument,
  validateTextPack,
} from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import type { CommandContext } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';
import { readJson } from './read-json.ts';

/** What a file turned out to be, and everything that is wrong with it. */
export interface DefinitionCheck {
  readonly what: string;
  readonly issues: readonly DefinitionIssue[];
}

type Loose = Readonly<Record<string, unknown>>;

/** By `format`; where that is wrong, by what only one of them has, so that the other issues are found all the same. */
function kindOf(value: unknown): 'instrument' | 'text-pack' | 'battery' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { format, scales, locale, groups } = value as Loose;
  if (format === 'peerscale/instrument@1') return 'instrument';
  if (format === 'peerscale/text-pack@1') return 'text-pack';
  if (format === 'peerscale/battery@1') return 'battery';
  if (scales !== undefined) return 'instrument';
  if (groups !== undefined) return 'battery';
  return locale === undefined ? undefined : 'text-pack';
}

/** The instrument.json in the folder of a text pack: undefined where there is none, issues where it is not valid. */
async function neighbour(file: string, context: CommandContext): Promise<Instrument | DefinitionIssue | undefined> {
  if (file === '-') return undefined;
  const path = join(dirname(file), 'instrument.json');
  const json = await readJson(path, context).catch((error: unknown) => {
    if (error instanceof CommandFailure) return undefined;
    throw error;
  });
  if (json === undefined) return undefined;
  const checked = json.success ? validateInstrument(json.value) : undefined;
  if (checked?.success) return checked.value;
  const message = `cannot be checked: the instrument.json beside it is not valid`;
  return { code: 'invalid-instrument', path: ['instrument'], message };
}

async function textPackIssues(
  value: Loose,
  file: string,
  instrument: Instrument | undefined,
  context: CommandContext,
): Promise<readonly DefinitionIssue[]> {
  const { instrument: id, version } = value;
  const shipped = typeof id === 'string' && typeof version === 'string' ? findInstrument(id, version) : undefined;
  const found = instrument ?? (await neighbour(file, context)) ?? shipped;
  if (found === undefined) {
    const message = `${quoted(String(id))} ${quoted(String(version))} is not known here; name it with --instrument`;
    return [{ code: 'unknown-instrument', path: ['instrument'], message }];
  }
  if ('code' in found) return [found];
  const checked = validateTextPack(value, found);
  return checked.success ? [] : checked.issues;
}

/**
 * Checks what was read from a definition file.
 *
 * @param file its name, for the instrument beside a text pack
 * @param instrument the instrument of a text pack, where the user named it
 */
export async function validateDefinition(
  value: unknown,
  file: string,
  instrument: Instrument | undefined,
  context: CommandContext,
): Promise<DefinitionCheck> {
  const kind = kindOf(value);
  if (kind === 'instrument') {
    const checked = validateInstrument(value);
    return checked.success
      ? { what: `instrument ${checked.value.id}@${checked.value.version}`, issues: [] }
      : { what: 'instrument', issues: checked.issues };
  }
  if (kind === 'text-pack') {
    const pack = value as Loose;
    const issues = await textPackIssues(pack, file, instrument, context);
    return {
      what: issues.length === 0 ? `text pack ${pack.instrument}@${pack.version} ${pack.locale}` : 'text pack',
      issues,
    };
  }
  if (kind === 'battery') {
    const checked = validateBattery(value, findInstrument);
    return checked.success
      ? { what: `battery ${checked.value.id}@${checked.value.version}`, issues: [] }
      : { what: 'battery', issues: checked.issues };
  }
  const message = 'is none of "peerscale/instrument@1", "peerscale/text-pack@1" and "peerscale/battery@1"';
  return { what: 'file', issues: [{ code: 'unknown-format', path: ['format'], message }] };
}
