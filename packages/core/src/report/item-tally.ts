import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import type { ItemColumn } from '../responses/response-table.ts';
import type { ItemTally } from './reliability-tally-types.ts';

/**
 * Counts the codes of one item, as they were given, and the reasons for missing.
 *
 * @param allowed the codes of its response scale, which all answers are among
 */
export function itemTally({ codes, missing }: ItemColumn, allowed: readonly number[]): ItemTally {
  const low = Math.min(...allowed);
  const found = new Uint32Array(Math.max(...allowed) - low + 1);
  const reasons = new Float64Array(1 + MISSING_REASONS.length);
  for (let row = 0; row < codes.length; row++) {
    const reason = missing[row]!;
    reasons[reason]!++;
    if (reason === 0) found[codes[row]! - low]!++;
  }
  const places = Array.from(found.keys()).filter((place) => found[place]! > 0);
  return {
    counts: {
      codes: Float64Array.from(places, (place) => place + low),
      counts: Float64Array.from(places, (place) => found[place]!),
      missing: codes.length - reasons[0]!,
    },
    byReason: Array.from(reasons.subarray(1)),
  };
}
