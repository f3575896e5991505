import { type Instrument, possibleRange, releaseHistogram, type Scale, scoreLattice } from '@peerscale/core';
import type { PeopleByScore } from '../tally/cell-tally.ts';
import { momentsOfPeople } from './scale-people.ts';
import type { Bin, Released } from './wave-release.ts';

const MOST_BINS = 10;

/**
 * How scores are spread, in bins of equally many possible scores each, joined until none is about few people and the mean
 * beside them does not tell what a joined one counts.
 */
export function releaseDistribution(
  instrument: Instrument,
  scale: Scale,
  people: PeopleByScore,
  minimumGroupSize: number,
): Released<readonly Bin[]> {
  const { n, means } = momentsOfPeople(people);
  if (n === 0) return { code: 'too-small', minimum: minimumGroupSize };
  const edges = edgesOf(instrument, scale);
  const bins = edges.slice(1).map((upper, i) => ({ lower: edges[i]!, upper, count: 0 }));
  for (const [score, count] of people) {
    const place = bins.findIndex(({ upper }) => score < upper);
    bins[place < 0 ? bins.length - 1 : place]!.count += count;
  }
  const { status, bins: joined } = releaseHistogram(bins, { mean: means[0]!, minimumGroupSize });
  return status === 'shown' ? { is: joined } : { code: 'too-small', minimum: minimumGroupSize };
}

/** Between two possible scores where these are equally spaced; else ten bins of equal width. */
function edgesOf(instrument: Instrument, scale: Scale): number[] {
  const { minimum, maximum } = possibleRange(instrument, scale.id);
  const lattice = scoreLattice(instrument, scale);
  if (lattice === null) {
    return Array.from({ length: MOST_BINS + 1 }, (_, i) => minimum + ((maximum - minimum) * i) / MOST_BINS);
  }
  const { first, step, count } = lattice;
  const perBin = Math.ceil(count / MOST_BINS);
  const inner = Array.from(
    { length: Math.ceil(count / perBin) - 1 },
    (_, i) => first + ((i + 1) * perBin - 0.5) * step,
  );
  return [minimum, ...inner, maximum];
}
