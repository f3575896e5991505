import { normalQuantile } from '../distributions/index.ts';
import { type BonettOptions, bonettInterval } from './bonett-interval.ts';

/** Respondents needed for an interval of alpha of a wanted width. */
export interface SampleSizeForAlpha {
  /** Bonett's closed formula, rounded up: an approximation, a few too few or too many */
  readonly formula: number;
  /** the fewest for whom Bonett's interval around the planned alpha is no wider than wanted */
  readonly needed: number;
}

/**
 * How many respondents an interval of alpha of a wanted width needs:
 *
 *   formula = 8k / (k - 1) (1 - alpha)^2 (z / width)^2 + 2
 *
 * and, because that holds for narrow intervals only, the smallest n for which `bonettInterval` itself is narrow enough.
 *
 * @param alpha planned value; the smallest that is plausible is the cautious choice
 * @param k items
 * @param width upper minus lower end wanted
 * @param options level and variant of the interval, see {@link BonettOptions}
 * @returns both NaN for k < 2, alpha not below 1, figures not finite, and where more than 2^53 respondents were needed
 * @throws RangeError unless width > 0 and 0 < level < 1
 * @see Bonett (2002), doi:10.3102/10769986027004335; Bonett & Wright (2015), doi:10.1002/job.1960, whose two-step version of the
 * formula, R `statpsych::size.ci.cronbach`, comes within one of `needed` with `biasCorrected`
 * @example sampleSizeForAlpha(0.7, 5, 0.1) // { formula: 348, needed: 351 }
 */
export function sampleSizeForAlpha(
  alpha: number,
  k: number,
  width: number,
  options: BonettOptions = {},
): SampleSizeForAlpha {
  const { level = 0.95 } = options;
  if (!(width > 0)) throw new RangeError(`Unexpected width: ${width}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const none = { formula: NaN, needed: NaN };
  if (!(k >= 2 && k < Infinity && alpha < 1 && alpha > -Infinity)) return none;
  const z = normalQuantile((1 - level) / 2, 0, 1, 'upper');
  const formula = Math.ceil(((8 * k) / (k - 1)) * (((1 - alpha) * z) / width) ** 2 + 2);
  if (!(formula <= Number.MAX_SAFE_INTEGER)) return none;
  const tooWide = (n: number): boolean => {
    const { lower, upper } = bonettInterval(alpha, n, k, options);
    return upper - lower > width;
  };
  let [below, enough] = [2, 3]; // the width falls as n grows: double until enough, then halve the gap
  while (tooWide(enough)) [below, enough] = [enough, 2 * enough];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (tooWide(middle)) below = middle;
    else enough = middle;
  }
  return { formula, needed: enough };
}
