import { correlationsOf, type Moments, packedIndex } from '../moments/index.ts';
import { type ChangeFigure, hedgesCorrection, noncentralInterval, refuseLevel, scaled } from './effect-size.ts';
import { type Sample, sampleOf } from './sample-of.ts';
import { type MeanDifference, tTest } from './t-test.ts';

/** Change of the same people, found again in both waves. */
export interface PairedChange {
  readonly design: 'same-people';
  /** persons in both waves */
  readonly n: number;
  readonly before: Sample;
  readonly after: Sample;
  /** correlation of the two waves */
  readonly r: number;
  /** standard deviation of the persons' changes, divisor n - 1 */
  readonly sdOfChange: number;
  /** after less before */
  readonly difference: MeanDifference;
  /** in standard deviations of the changes */
  readonly dz: ChangeFigure;
  /** in the root of the mean variance of the waves: comparable with studies of different people */
  readonly dav: ChangeFigure;
  /** dz sqrt(2 (1 - r)): repeated measures, in the spread of one wave were both alike */
  readonly drm: ChangeFigure;
  /** `dav` and `dz` with Hedges' correction for n - 1 degrees of freedom */
  readonly gav: ChangeFigure;
  readonly gz: ChangeFigure;
}

/**
 * Change of the same people between two waves: the mean difference with its t interval, and effect sizes.
 *
 *   dz = difference / sd(changes)      dav = difference / sqrt((var1 + var2) / 2)      drm = dz sqrt(2 (1 - r))
 *
 * The interval of dz comes from the noncentral t distribution; those of dav and drm are the same bounds on their scale, which
 * takes the ratio of the standard deviations as known (Algina & Keselman 2003). Report dav or its corrected gav for others to
 * compare, dz for power. Assumes normal changes.
 *
 * @param moments of before and after (two variables) over the persons present at both
 * @param level coverage of the intervals, default 0.95
 * @returns NaN where a figure does not exist: fewer than two persons; nobody who changes differently (t, dz); nobody who
 *   differs in a wave (r)
 * @throws RangeError unless there are two variables and 0 < level < 1
 * @see Lakens (2013), doi:10.3389/fpsyg.2013.00863; Algina & Keselman (2003), doi:10.1177/0013164403256358; agrees with R
 *   `t.test(paired = TRUE)`
 * @example pairedChange(momentsOf([[3, 4], [2, 2], [4, 5], [3, 3]])).difference.value // 0.5
 */
export function pairedChange(moments: Moments, level = 0.95): PairedChange {
  refuseLevel(level);
  if (moments.means.length !== 2) {
    throw new RangeError(`Unexpected number of variables: ${moments.means.length}, expected 2.`);
  }
  const { n, comoments } = moments;
  const [before, after] = [sampleOf(moments, 0), sampleOf(moments, 1)];
  const squares = comoments[0]! + comoments[2]! - 2 * comoments[1]!;
  const varies = squares > 1e-14 * (comoments[0]! + comoments[2]!);
  const sdOfChange = n < 2 ? NaN : varies ? Math.sqrt(squares / (n - 1)) : 0;
  const r = n < 2 ? NaN : correlationsOf(moments)[packedIndex(0, 1)]!;
  const value = after.mean - before.mean;
  const dz = noncentralInterval(sdOfChange > 0 ? value / sdOfChange : NaN, Math.sqrt(n), n - 1, level);
  const average = Math.sqrt((before.sd ** 2 + after.sd ** 2) / 2);
  const dav = { ...scaled(dz, sdOfChange / average), value: average > 0 ? value / average : NaN };
  const correction = hedgesCorrection(n - 1);
  return {
    design: 'same-people',
    n,
    before,
    after,
    r,
    sdOfChange,
    difference: tTest(value, sdOfChange / Math.sqrt(n), n - 1, level),
    dz,
    dav,
    drm: scaled(dz, Math.sqrt(2 * (1 - r))),
    gav: scaled(dav, correction),
    gz: scaled(dz, correction),
  };
}
