import { fQuantile } from '../distributions/index.ts';

/**
 * Feldt's interval for raw alpha: (1 - alpha) / (1 - estimate) follows F with (n - 1) and (n - 1)(k - 1) degrees of
 * freedom where items are normal with equal variances and covariances (compound symmetry),
 *
 *   lower = 1 - (1 - estimate) F(1 - a/2),   upper = 1 - (1 - estimate) F(a/2),   a = 1 - level
 *
 * @param alpha the estimate (`cronbachAlpha`)
 * @param n respondents it was estimated from
 * @param k items
 * @param level coverage aimed at, default 0.95
 * @returns both NaN where alpha is NaN, above 1 or not finite, n < 2, k < 2, or n k so large (some
 * 1e12) that F has no quantile (`fQuantile`); at an alpha of 1 both are 1
 * @throws RangeError unless 0 < level < 1
 * @see Feldt (1965), doi:10.1007/BF02289499; agrees with R `psych::alpha.ci` and, at 0.9, `psychometric::alpha.CI`
 * @example feldtInterval(0.8, 100, 10) // { lower: 0.7360, upper: 0.8537 }
 */
export function feldtInterval(alpha: number, n: number, k: number, level = 0.95): { lower: number; upper: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(n >= 2 && k >= 2 && alpha <= 1 && alpha > -Infinity)) return { lower: NaN, upper: NaN };
  const df1 = n - 1;
  const df2 = df1 * (k - 1);
  const outside = (1 - level) / 2;
  const lower = 1 - (1 - alpha) * fQuantile(outside, df1, df2, 'upper');
  const upper = 1 - (1 - alpha) * fQuantile(outside, df1, df2, 'lower');
  return Number.isNaN(lower + upper) ? { lower: NaN, upper: NaN } : { lower, upper };
}
