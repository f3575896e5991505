import { normalQuantile } from '../distributions/index.ts';

/**
 * Fisher's interval for a correlation: atanh(r) is near normal with standard error 1 / sqrt(n - 3) for two normal
 * variables,
 *
 *   tanh(atanh(r) -/+ z / sqrt(n - 3))
 *
 * @param r the correlation, from -1 to 1; at -1 and 1 the interval is a point
 * @param n pairs it was computed from
 * @param level coverage aimed at, default 0.95
 * @returns both NaN where r is NaN or beyond -1 to 1 (but for rounding), or n < 4
 * @throws RangeError unless 0 < level < 1
 * @see Fisher (1915), doi:10.1093/biomet/10.4.507; agrees with R `cor.test(x, y)$conf.int`
 * @example fisherInterval(0.5, 50) // { lower: 0.2575, upper: 0.6833 }
 */
export function fisherInterval(r: number, n: number, level = 0.95): { lower: number; upper: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(n >= 4 && Math.abs(r) <= 1 + 1e-12)) return { lower: NaN, upper: NaN };
  const margin = normalQuantile((1 - level) / 2, 0, 1, 'upper') / Math.sqrt(n - 3);
  const z = Math.atanh(Math.max(-1, Math.min(1, r))); // rounding can leave a correlation of 1 + 2e-16
  return { lower: Math.tanh(z - margin), upper: Math.tanh(z + margin) };
}
