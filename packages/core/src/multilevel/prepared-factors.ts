import type { CompleteRows } from './complete-rows.ts';
import type { RandomFactor } from './group-products.ts';

/** A group with its slope's column at mean 0 and mean square 1, which changes no likelihood. */
export interface PreparedFactor extends RandomFactor {
  readonly mean: number;
  /** divisor n; 0 where the column does not vary */
  readonly sd: number;
}

export function preparedFactors({ n, groups }: CompleteRows): PreparedFactor[] {
  return groups.map(({ members, ids, slope }) => {
    if (slope === null) return { members, count: ids.length, slope: null, mean: 0, sd: 1 };
    let unit = 0;
    for (let row = 0; row < n; row++) unit = Math.max(unit, Math.abs(slope[row]!));
    unit ||= 1;
    let mean = 0;
    for (let row = 0; row < n; row++) mean += slope[row]! / unit / n;
    let squares = 0;
    for (let row = 0; row < n; row++) squares += (slope[row]! / unit - mean) ** 2;
    const sd = Math.sqrt(squares / n);
    const usable = sd > 1e-10 * Math.abs(mean);
    const scaled = slope.map((value) => (usable ? (value / unit - mean) / sd : 0));
    return { members, count: ids.length, slope: scaled, mean: mean * unit, sd: usable ? sd * unit : 0 };
  });
}
