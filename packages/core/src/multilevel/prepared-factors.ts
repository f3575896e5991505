import type { CompleteRows } from './complete-rows.ts';
import type { RandomFactor } from './group-products.ts';

/**
 * A group with its slope's column at mean square 1, and at mean 0 where intercept and slope are correlated: that changes no
 * likelihood. Without correlation the place of 0 is part of the model and stays.
 */
export interface PreparedFactor extends RandomFactor {
  /** what was taken off the column */
  readonly mean: number;
  /** what it was divided by; 0 where the column does not vary */
  readonly sd: number;
  /** mean of the column as it now is */
  readonly centre: number;
}

export function preparedFactors({ n, groups }: CompleteRows): PreparedFactor[] {
  return groups.map(({ members, ids, slope, correlated }) => {
    const base = { members, count: ids.length, correlated };
    if (slope === null) return { ...base, slope: null, mean: 0, sd: 1, centre: 0 };
    let unit = 0;
    for (let row = 0; row < n; row++) unit = Math.max(unit, Math.abs(slope[row]!));
    unit ||= 1;
    let mean = 0;
    for (let row = 0; row < n; row++) mean += slope[row]! / unit / n;
    let squares = 0;
    for (let row = 0; row < n; row++) squares += (slope[row]! / unit - mean) ** 2;
    const sd = Math.sqrt(squares / n);
    const usable = sd > 1e-10 * Math.abs(mean);
    const origin = correlated ? mean : 0;
    const length = correlated ? sd : Math.hypot(sd, mean);
    return {
      ...base,
      slope: slope.map((value) => (usable ? (value / unit - origin) / length : 0)),
      mean: origin * unit,
      sd: usable ? length * unit : 0,
      centre: usable && !correlated ? mean / length : 0,
    };
  });
}
