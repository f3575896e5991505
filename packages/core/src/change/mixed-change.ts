import { correlationsOf, type Moments, mergeMoments, packedIndex } from '../moments/index.ts';
import { refuseLevel } from './effect-size.ts';
import { type Sample, sampleOf } from './sample-of.ts';
import { type MeanDifference, tTest } from './t-test.ts';
import { welchDf } from './welch-df.ts';

/** Change of a team of whom some are the same people and others left or joined. */
export interface MixedChange {
  readonly design: 'some-the-same';
  /** persons in both waves, in the first only, in the second only */
  readonly linked: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** everybody of each wave */
  readonly before: Sample;
  readonly after: Sample;
  /** correlation of the waves in those linked */
  readonly r: number;
  /** after less before over everybody */
  readonly difference: MeanDifference;
}

/**
 * Change where waves overlap in part: everybody counts, and the linked persons lend their correlation.
 *
 *   t = difference / sqrt(v1/n1 + v2/n2 - 2 r s1 s2 nc / (n1 n2))
 *
 * with degrees of freedom between those of the paired test and Welch's. The team's change is a mixture of people who changed
 * and of people who came and went: read it beside `pairedChange` of those linked.
 *
 * @param linked moments of before and after (two variables) over persons in both waves
 * @param onlyBefore moments of before over persons who left
 * @param onlyAfter moments of after over persons who joined
 * @param level coverage, default 0.95
 * @returns NaN where a wave has fewer than two persons; r NaN, and taken as 0, where
 *   fewer than two are linked or the linked do not differ
 * @throws RangeError unless `linked` has two variables, the others one, and 0 < level < 1
 * @see Derrick, Russ, Toher & White (2017), doi:10.22237/jmasm/1493597280; agrees with the formula in base R
 * @example mixedChange(momentsOf([[3, 4], [2, 2]]), momentsOf([[4]]), momentsOf([[5]])).difference.value // 0.6667
 */
export function mixedChange(
  linked: Moments<'listwise'>,
  onlyBefore: Moments<'listwise'>,
  onlyAfter: Moments<'listwise'>,
  level = 0.95,
): MixedChange {
  refuseLevel(level);
  for (const [moments, expected] of [
    [linked, 2],
    [onlyBefore, 1],
    [onlyAfter, 1],
  ] as const) {
    if (moments.means.length !== expected) {
      throw new RangeError(`Unexpected number of variables: ${moments.means.length}, expected ${expected}.`);
    }
  }
  const before = sampleOf(mergeMoments(variableOf(linked, 0), onlyBefore), 0);
  const after = sampleOf(mergeMoments(variableOf(linked, 1), onlyAfter), 0);
  const [n1, n2, nc] = [before.n, after.n, linked.n];
  const r = nc < 2 ? NaN : correlationsOf(linked)[packedIndex(0, 1)]!;
  const [v1, v2] = [before.sd ** 2 / n1, after.sd ** 2 / n2];
  const shared = Number.isNaN(r) ? 0 : (2 * r * before.sd * after.sd * nc) / (n1 * n2);
  const welch = welchDf(v1, n1 - 1, v2, n2 - 1);
  const apart = onlyBefore.n + onlyAfter.n;
  const df = nc === 0 ? welch : nc - 1 + ((welch - nc + 1) / (apart + 2 * nc)) * apart;
  const variance = v1 + v2 - shared;
  // what rounding leaves where everybody is linked and changes alike
  const error = Math.sqrt(variance <= 1e-14 * (v1 + v2) ? 0 : variance);
  return {
    design: 'some-the-same',
    linked: nc,
    onlyBefore: onlyBefore.n,
    onlyAfter: onlyAfter.n,
    before,
    after,
    r,
    difference: tTest(after.mean - before.mean, error, df, level),
  };
}

function variableOf({ n, means, comoments }: Moments, variable: number): Moments<'listwise'> {
  const squares = comoments[packedIndex(variable, variable)]!;
  return { missing: 'listwise', n, means: means.slice(variable, variable + 1), comoments: Float64Array.of(squares) };
}
