import { studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';

/** Those who came back beside those who did not, on one figure of the first wave. */
export interface DropOutDifference {
  readonly stayed: { readonly n: number; readonly mean: number; readonly sd: number };
  readonly left: { readonly n: number; readonly mean: number; readonly sd: number };
  /** mean of those who left less that of those who stayed */
  readonly difference: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** the difference over the pooled standard deviation, divisor n - 2 */
  readonly d: number;
  readonly p: number;
}

/**
 * Drop-out between waves, looked at on wave 1: do those who did not come back differ from those who did? A difference says
 * that the later waves stand for other people; none says only that these figures do not show it.
 *
 * Welch's interval and test for each variable: variances may differ.
 *
 * @param stayed wave-1 moments of those who answered again
 * @param left wave-1 moments of those who did not
 * @param level coverage of the intervals, default 0.95
 * @returns an entry a variable; NaN where a group has fewer than two persons, and for p and interval where nobody differs
 * @throws RangeError for moments of different numbers of variables, or a level outside 0 to 1
 * @see Welch (1947), doi:10.1093/biomet/34.1-2.28; agrees with R `t.test(left, stayed)`
 * @example dropOut(momentsOf([[1], [2], [4]]), momentsOf([[3], [5]]))[0].difference // 1.667
 */
export function dropOut(stayed: Moments, left: Moments, level = 0.95): DropOutDifference[] {
  if (stayed.means.length !== left.means.length) {
    throw new RangeError(`Unexpected number of variables: ${left.means.length}, expected ${stayed.means.length}.`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  return Array.from(stayed.means, (_, variable) => {
    const a = groupOf(stayed, variable);
    const b = groupOf(left, variable);
    const difference = b.mean - a.mean;
    const [va, vb] = [(a.sd * a.sd) / a.n, (b.sd * b.sd) / b.n];
    const error = Math.sqrt(va + vb);
    const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
    const half = studentTQuantile(1 - (1 - level) / 2, df) * error;
    const pooled = Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2));
    return {
      stayed: a,
      left: b,
      difference,
      interval: { lower: difference - half, upper: difference + half, level },
      d: difference / pooled,
      p: error > 0 ? 2 * studentTCdf(Math.abs(difference) / error, df, 'upper') : NaN,
    };
  });
}

function groupOf({ n, means, comoments }: Moments, variable: number): { n: number; mean: number; sd: number } {
  const squares = comoments[packedIndex(variable, variable)]!;
  return { n, mean: n === 0 ? NaN : means[variable]!, sd: n < 2 ? NaN : Math.sqrt(squares / (n - 1)) };
}
