import { type Adjustment, SMALLEST_MINIMUM_GROUP_SIZE } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/;
const ADJUSTMENTS: Readonly<Record<string, Adjustment>> = {
  holm: 'holm',
  bh: 'benjamini-hochberg',
  'benjamini-hochberg': 'benjamini-hochberg',
};

/** `--adjust`; Holm where the option is not there. */
export function adjustOption(value: string | undefined): Adjustment {
  if (value === undefined) return 'holm';
  const found = Object.hasOwn(ADJUSTMENTS, value.trim()) ? ADJUSTMENTS[value.trim()] : undefined;
  if (found === undefined) throw badInput(`--adjust: ${quoted(value)} is not holm or benjamini-hochberg (bh)`);
  return found;
}

/** `--equivalence POINTS`; undefined where the option is not there. */
export function equivalenceOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const points = NUMBER.test(value.trim()) ? Number(value) : NaN;
  if (!(points > 0)) throw badInput(`--equivalence: ${quoted(value)} is not a number of points above 0`);
  return points;
}

/** `--reliability`; undefined where the option is not there. */
export function reliabilityOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const reliability = NUMBER.test(value.trim()) ? Number(value) : NaN;
  if (!(reliability >= 0 && reliability < 1)) {
    throw badInput(`--reliability: ${quoted(value)} is not from 0 to below 1, such as 0.85`);
  }
  return reliability;
}

/** `--minimum-group-size`; 5 where the option is not there. */
export function minimumGroupSizeOption(value: string | undefined): number {
  if (value === undefined) return 5;
  const size = /^\d{1,6}$/.test(value.trim()) ? Number(value) : NaN;
  if (!(size >= SMALLEST_MINIMUM_GROUP_SIZE)) {
    throw badInput(
      `--minimum-group-size: ${quoted(value)} is not a whole number from ${SMALLEST_MINIMUM_GROUP_SIZE} up`,
    );
  }
  return size;
}
