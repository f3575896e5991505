import { studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { refuseLevel } from './effect-size.ts';
import type { MeanDifference } from './t-test.ts';

/** Whether a difference is too small to matter, which a large p of a t test does not show. */
export interface Equivalence {
  /** the larger of the two one-sided p values */
  readonly p: number;
  /** p below 1 - level */
  readonly equivalent: boolean | null;
  /** of the difference, with coverage 2 level - 1: equivalent where it lies within the bounds */
  readonly lower: number;
  readonly upper: number;
  readonly bounds: { readonly lower: number; readonly upper: number };
}

/**
 * Equivalence by two one-sided t tests (TOST): is the mean difference above the lower and below the upper bound of what
 * matters? Bounds are set before looking, such as a fifth of a standard deviation or a change nobody would notice.
 *
 * @param difference of `pairedChange`, `unpairedChange` or `mixedChange`
 * @param bounds in points of the score
 * @param level one minus the chance of a false "equivalent", default 0.95
 * @returns p NaN and `equivalent` null where the difference has no standard error
 * @throws RangeError unless lower < upper and 0 < level < 1
 * @see Schuirmann (1987), doi:10.1007/BF01068419; Lakens (2017), doi:10.1177/1948550617697177; agrees with two calls of R
 *   `t.test(mu =, alternative =)`
 * @example equivalence({ value: 0.02, standardError: 0.1, df: 60 }, { lower: -0.3, upper: 0.3 }).equivalent // true
 */
export function equivalence(
  { value, standardError, df }: Pick<MeanDifference, 'value' | 'standardError' | 'df'>,
  bounds: { readonly lower: number; readonly upper: number },
  level = 0.95,
): Equivalence {
  refuseLevel(level);
  if (!(bounds.lower < bounds.upper)) throw new RangeError(`Unexpected bounds: ${bounds.lower} to ${bounds.upper}.`);
  const usable = standardError > 0 && df > 0;
  const above = usable ? studentTCdf((value - bounds.lower) / standardError, df, 'upper') : NaN;
  const below = usable ? studentTCdf((value - bounds.upper) / standardError, df) : NaN;
  const p = Math.max(above, below);
  const half = usable ? studentTQuantile(level, df) * standardError : NaN;
  return {
    p,
    equivalent: Number.isNaN(p) ? null : p < 1 - level,
    lower: value - half,
    upper: value + half,
    bounds,
  };
}
