import type { Moments } from '../moments/moments.ts';
import { seededRandom } from '../random/index.ts';
import { numberOfHalfSplits, visitHalfSplits, visitSampledSplits } from './half-splits.ts';
import { type ItemMatrix, itemMatrix, totalsOf } from './item-matrix.ts';

/** Options of {@link splitHalves}. */
export interface SplitHalvesOptions {
  /** 'covariance' (default): halves add answers; 'correlation': halves add z-scores, as psych */
  readonly matrix?: ItemMatrix;
  /** most items for which every split is taken, default 16 (6,435 splits), at most 26 (5,200,300) */
  readonly exhaustiveUpTo?: number;
  /** splits drawn where there are more items, default 10,000 */
  readonly samples?: number;
  /** seed of the draws, default 1 */
  readonly seed?: number;
}

/** One coefficient over the splits. */
export interface SplitSummary {
  readonly maximum: number;
  readonly mean: number;
  readonly minimum: number;
  /** the coefficient of every split, in no particular order */
  readonly values: Float64Array;
}

/** Reliability over the splits of a scale in two. */
export interface SplitHalvesResult {
  /** splits looked at */
  readonly splits: number;
  /** whether these are all there are */
  readonly exhaustive: boolean;
  /** 4 cov(a, b) / var(a + b): its maximum is Guttman's lambda 4, its minimum psych's beta */
  readonly flanaganRulon: SplitSummary;
  /** 2 r / (1 + r) of the two half scores, whatever their lengths; never below Flanagan-Rulon where r > 0 */
  readonly spearmanBrown: SplitSummary;
  /** places of the items of one half in the split of largest and smallest Flanagan-Rulon coefficient */
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

/**
 * Split-half reliability over all splits of k items into halves of floor(k / 2) and the rest: every distinct split up to
 * `exhaustiveUpTo` items, a seeded sample with repetition above.
 *
 * For even k the mean Flanagan-Rulon coefficient over all splits is alpha (standardized alpha with 'correlation'). The best
 * of many splits of a small sample exceeds the reliability by chance. Cost: number of splits times about k.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns NaN for fewer than two items or respondents and a sum score without variance, with 'correlation' also for a
 * constant item; Spearman-Brown alone is NaN where in any split a half does not vary or the halves are perfectly opposed
 * @throws RangeError for `exhaustiveUpTo` above 26 or not whole, `samples` below 1 or not whole, or a wrong seed
 * @see Guttman (1945), doi:10.1007/BF02288892; Cronbach (1951), doi:10.1007/BF02310555. With 'correlation', Flanagan-Rulon
 * agrees with R `psych::splitHalf(raw = TRUE)` for even k; for odd k psych 2.2.9 looks at only half of the splits
 * @example splitHalves(momentsOf([[1, 2], [2, 2], [3, 4]])).flanaganRulon.maximum // 0.9230769230769231
 */
export function splitHalves(
  moments: Moments,
  { matrix = 'covariance', exhaustiveUpTo = 16, samples = 10_000, seed = 1 }: SplitHalvesOptions = {},
): SplitHalvesResult {
  if (!Number.isInteger(exhaustiveUpTo) || exhaustiveUpTo > 26) {
    throw new RangeError(`Unexpected exhaustiveUpTo: ${exhaustiveUpTo}.`);
  }
  if (!Number.isInteger(samples) || samples < 1) throw new RangeError(`Unexpected samples: ${samples}.`);
  const random = seededRandom(seed);
  const k = moments.means.length;
  const full = itemMatrix(moments, matrix);
  const { total } = totalsOf(full, k);
  const exhaustive = k <= exhaustiveUpTo;
  if (k < 2 || Number.isNaN(total)) {
    const none = { maximum: NaN, mean: NaN, minimum: NaN, values: new Float64Array(0) };
    return { splits: 0, exhaustive, flanaganRulon: none, spearmanBrown: none, best: [], worst: [] };
  }

  const splits = exhaustive ? numberOfHalfSplits(k) : samples;
  const flanaganRulon = new Float64Array(splits);
  const spearmanBrown = new Float64Array(splits);
  const [best, worst] = [new Uint8Array(k), new Uint8Array(k)];
  let [highest, lowest, at] = [-Infinity, Infinity, 0];
  const smallest = 1e-12 * total;
  const visit = (between: number, within: number, inHalf: Uint8Array): void => {
    if (between > highest) {
      highest = between;
      best.set(inHalf);
    }
    if (between < lowest) {
      lowest = between;
      worst.set(inHalf);
    }
    const other = total - within - 2 * between;
    const r = within > smallest && other > smallest ? between / Math.sqrt(within * other) : NaN;
    flanaganRulon[at] = (4 * between) / total;
    spearmanBrown[at++] = r < -1 + 1e-12 ? NaN : (2 * r) / (1 + r);
  };
  if (exhaustive) visitHalfSplits(full, k, visit);
  else visitSampledSplits(full, k, splits, random, visit);
  return {
    splits,
    exhaustive,
    flanaganRulon: summaryOf(flanaganRulon),
    spearmanBrown: summaryOf(spearmanBrown),
    best: placesOf(best),
    worst: placesOf(worst),
  };
}

function summaryOf(values: Float64Array): SplitSummary {
  let [maximum, sum, minimum] = [-Infinity, 0, Infinity];
  for (const value of values) {
    sum += value;
    maximum = Math.max(maximum, value); // NaN stays NaN
    minimum = Math.min(minimum, value);
  }
  return { maximum, mean: sum / values.length, minimum, values };
}

const placesOf = (marks: Uint8Array): number[] => [...marks.keys()].filter((i) => marks[i] === 1);
