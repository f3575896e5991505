import { correlationsOf, type Moments, packedIndex, withoutVariable } from '../moments/index.ts';
import {
  alphaStandardError,
  averageInterItemCorrelation,
  cronbachAlpha,
  guttmanLambda6,
  itemTotalCorrelations,
  medianInterItemCorrelation,
  signalToNoise,
  standardizedAlpha,
  varianceOfInterItemCorrelations,
} from '../reliability/index.ts';
import type { StudyIssue } from './issue.ts';
import { orNull } from './or-null.ts';
import { constantItemIssue, sizeIssues, valueIssues } from './reliability-issues.ts';
import type { IfDropped, Interval, ItemStatistics, ReliabilityScale } from './report-types.ts';
import { type ScaleMoments, smallestCount } from './scale-moments.ts';

/**
 * The reliability of one scale with its item table: the kernels put together, and an issue for whatever is missing or
 * should be read with care. With an item that does not vary, alpha is not given: the item may not belong to the scale as
 * it was asked, and leaving it out is the reader's choice (its `ifDropped` shows what would come of it).
 *
 * @param intervalOf the interval of an alpha, NaN where there is no alpha
 */
export function reliabilityScale(scale: ScaleMoments, intervalOf: (alpha: number) => Interval): ReliabilityScale {
  const { id, items, n, nDropped, missing, moments } = scale;
  const k = items.length;
  const constant = constantItems(scale);
  const estimable = estimableMoments(scale);
  const figure = (kernel: (moments: Moments) => number) => (estimable === null ? null : orNull(kernel(estimable)));
  const alpha = figure(cronbachAlpha);
  const lambda6 = figure(guttmanLambda6);
  const itemStatistics = itemTable(scale);
  const canBeRead = smallestCount(scale) >= 2 && k >= 2 && constant.length === 0;
  const issues: StudyIssue[] = [
    ...sizeIssues(scale),
    ...constant.map((i) => constantItemIssue(items[i]!, moments.means[i]!)),
    ...(canBeRead ? valueIssues(alpha, lambda6, itemStatistics, missing) : []),
  ];
  return {
    id,
    items,
    k,
    n,
    nDropped,
    missing,
    ...(missing === 'listwise' ? {} : { pairs: pairsOf(scale) }),
    alpha: {
      value: alpha,
      standardized: figure(standardizedAlpha),
      averageR: figure(averageInterItemCorrelation),
      medianR: figure(medianInterItemCorrelation),
      signalToNoise: figure(signalToNoise),
      lambda6,
      interval: intervalOf(alpha ?? NaN),
    },
    itemStatistics,
    issues,
  };
}

/** The moments where alpha can be given: every item varies; else null. */
export const estimableMoments = (scale: ScaleMoments): Moments | null =>
  constantItems(scale).length === 0 ? scale.moments : null;

/** Places of the items to which everybody gave the same answer. */
function constantItems({ moments, counts, items }: ScaleMoments): number[] {
  const correlations = correlationsOf(moments);
  return Array.from(items.keys()).filter((i) => {
    const own = packedIndex(i, i);
    return counts[own]! >= 2 && Number.isNaN(correlations[own]!);
  });
}

function pairsOf(scale: ScaleMoments): { smallest: number; largest: number } {
  return { smallest: smallestCount(scale), largest: scale.counts.reduce((a, b) => Math.max(a, b), 0) };
}

function itemTable({ items, reversed, moments, counts }: ScaleMoments): ItemStatistics[] {
  const { rawR, stdR, rCor, rDrop } = itemTotalCorrelations(moments);
  return items.map((item, i) => {
    const own = packedIndex(i, i);
    return {
      item,
      n: counts[own]!,
      reversed: reversed[i]!,
      mean: counts[own] === 0 ? null : orNull(moments.means[i]!),
      sd: counts[own]! < 2 ? null : orNull(Math.sqrt(moments.comoments[own]! / (moments.n - 1))),
      rawR: orNull(rawR[i]!),
      stdR: orNull(stdR[i]!),
      rCor: orNull(rCor[i]!),
      rDrop: orNull(rDrop[i]!),
      ifDropped: ifDropped(withoutVariable(moments, i), countsWithout(counts, items.length, i)),
    };
  });
}

/** The fewest respondents behind any pair without the item `dropped`. */
function countsWithout(counts: Float64Array, k: number, dropped: number): number {
  let smallest = Infinity;
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      if (i !== dropped && j !== dropped) smallest = Math.min(smallest, counts[p]!);
    }
  }
  return smallest;
}

function ifDropped(rest: Moments, n: number): IfDropped {
  const hasConstant = n < 2 || correlationsOf(rest).some(Number.isNaN);
  const figure = (kernel: (moments: Moments) => number) => (hasConstant ? null : orNull(kernel(rest)));
  return {
    alpha: figure(cronbachAlpha),
    standardized: figure(standardizedAlpha),
    lambda6: figure(guttmanLambda6),
    averageR: figure(averageInterItemCorrelation),
    signalToNoise: figure(signalToNoise),
    standardError: figure((moments) => alphaStandardError({ ...moments, n })),
    varianceR: figure(varianceOfInterItemCorrelations),
    medianR: figure(medianInterItemCorrelation),
  };
}
