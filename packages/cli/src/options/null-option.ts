import type { NullDistribution } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

const KNOWN: readonly NullDistribution[] = ['uniform', 'triangular', 'slight-skew', 'moderate-skew', 'heavy-skew'];

/** `--null`, how people would answer who do not agree at all; uniform where the option is not there. */
export function nullOption(value: string | undefined): NullDistribution {
  if (value === undefined) return 'uniform';
  const found = KNOWN.find((name) => name === value.trim());
  if (found === undefined) throw badInput(`--null: ${quoted(value)} is not one of ${KNOWN.join(', ')}`);
  return found;
}
