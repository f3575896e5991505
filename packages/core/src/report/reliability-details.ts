import type { Instrument } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { itemOf, responseScaleOf, scaleOf } from '../instrument/scale-key.ts';
import {
  type CategoryCounts,
  categoryShares,
  describeCounts,
  floorAndCeiling,
  kurtosis,
  type ScoreGroups,
  skewness,
  upperLowerDiscrimination,
} from '../items/index.ts';
import { correlationsOf, packedIndex } from '../moments/index.ts';
import { possibleRange, scoreLattice } from '../scoring/index.ts';
import { orNull } from './or-null.ts';
import type { ItemTally, ScaleTally } from './reliability-tally-types.ts';
import type { ItemDistribution, ReliabilityDetails, ScoreDescription, ShapeByType } from './report-types.ts';
import type { ScaleMoments } from './scale-moments.ts';
import { scoreDistribution } from './score-distribution.ts';

/** Scores, answers and correlations of one scale. */
export function reliabilityDetails(
  instrument: Instrument,
  scale: ScaleMoments,
  { groups }: ScaleTally,
  items: ReadonlyMap<string, ItemTally>,
): ReliabilityDetails {
  const correlations = correlationsOf(scale.moments);
  const places = scale.items.map((_, i) => i);
  const discrimination = groups === undefined ? [] : upperLowerDiscrimination(groups);
  return {
    score: scoreDescription(instrument, scale, groups),
    items: scale.items.map((id, i) => {
      const tally = items.get(id);
      if (tally === undefined) throw new RangeError(`Unexpected tally: it has no counts of ${id}.`);
      return itemDistribution(instrument, id, scale.reversed[i]!, tally, discrimination[i]);
    }),
    correlations: places.map((i) => places.map((j) => orNull(correlations[packedIndex(i, j)]!))),
  };
}

function scoreDescription(
  instrument: Instrument,
  { id, n }: ScaleMoments,
  groups: ScoreGroups = { scores: new Float64Array(0), counts: new Float64Array(0), sums: [] },
): ScoreDescription {
  const possible = possibleRange(instrument, id);
  const table: CategoryCounts = { codes: groups.scores, counts: groups.counts, missing: 0 };
  const { mean, standardDeviation, minimum, maximum } = describeCounts(table);
  // weights leave rounding on a score at the end of its range
  const nearest = 1e-9 * (possible.maximum - possible.minimum);
  const shareAt = (end: number): number =>
    groups.counts.reduce((sum, count, i) => (Math.abs(groups.scores[i]! - end) <= nearest ? sum + count : sum), 0) / n;
  const lattice = scoreLattice(instrument, scaleOf(instrument, id));
  return {
    n,
    mean: orNull(mean),
    sd: orNull(standardDeviation),
    minimum: orNull(minimum),
    maximum: orNull(maximum),
    possible,
    floor: orNull(shareAt(possible.minimum)),
    ceiling: orNull(shareAt(possible.maximum)),
    ...shapes(table),
    distribution: scoreDistribution(groups.scores, possible, lattice, groups.counts),
  };
}

function itemDistribution(
  instrument: Instrument,
  id: string,
  reversed: boolean,
  { counts, byReason }: ItemTally,
  discrimination: { readonly upper: number; readonly lower: number } = { upper: NaN, lower: NaN },
): ItemDistribution {
  const { label, number, responseScale } = itemOf(instrument, id);
  const { codes } = responseScaleOf(instrument, responseScale);
  const [low, high] = [Math.min(...codes), Math.max(...codes)];
  const { n, missing, mean, standardDeviation } = describeCounts(counts);
  const { shares, missing: missingShare } = categoryShares(counts, codes);
  const { floor, ceiling } = floorAndCeiling(counts, low, high);
  const { upper, lower } = discrimination;
  return {
    item: id,
    label,
    number,
    reversed,
    n,
    missing,
    missingShare: orNull(missingShare),
    ...(byReason === undefined
      ? {}
      : { missingByReason: MISSING_REASONS.map((reason, at) => ({ reason, count: byReason[at]! })) }),
    categories: codes.map((code, at) => {
      return { code, count: counts.counts[counts.codes.indexOf(code)] ?? 0, share: orNull(shares[at]!) };
    }),
    mean: orNull(mean),
    sd: orNull(standardDeviation),
    ...shapes(counts),
    floor: orNull(floor),
    ceiling: orNull(ceiling),
    discrimination: { upper: orNull(upper), lower: orNull(lower), value: orNull((upper - lower) / (high - low)) },
  };
}

function shapes(table: CategoryCounts): { readonly skewness: ShapeByType; readonly kurtosis: ShapeByType } {
  const byType = (figure: typeof skewness): ShapeByType => ({
    type1: orNull(figure(table, 1)),
    type2: orNull(figure(table, 2)),
    type3: orNull(figure(table, 3)),
  });
  return { skewness: byType(skewness), kurtosis: byType(kurtosis) };
}
