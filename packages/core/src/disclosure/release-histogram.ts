import { type DisclosureRules, disclosureRules } from './disclosure-rules.ts';
import { isPinned } from './pinned-bins.ts';

/** People whose score is between `lower` and `upper`; both the same for a single code. */
export interface HistogramBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

export interface ReleaseHistogramOptions extends DisclosureRules {
  /** mean that is shown beside it, of the same people; leave out where none is */
  readonly mean?: number;
}

export interface ReleasedHistogram {
  readonly status: 'shown' | 'suppressed' | 'empty';
  /** joined bins, none of them with fewer people than the minimum; empty unless shown */
  readonly bins: readonly HistogramBin[];
}

/**
 * A histogram without bins of few people: neighbouring bins are joined from the lowest on until each has as many people as the
 * minimum; what is left over at the top goes to the last one. Bins of nobody are joined too, because nobody is few: that none
 * of them is that high tells about each of them. Where everything would be one bin nothing is shown, so that there is a
 * histogram from twice the minimum on.
 *
 * A mean beside it is one more equation for the bins that were joined: codes 1 and 2 with 5 people together and a mean tell how
 * many chose 1. With `mean` bins are joined further until every bin that was joined could have had another count: there
 * is another histogram of whole people that is joined in the same way and can have this mean. A standard deviation is another
 * equation still: beside a histogram show none, or a rounded one.
 *
 * Cost: with a mean, the square of the pairs of joined bins; a millisecond for ten codes, seconds for forty.
 *
 * @param bins from the lowest to the highest, all that are possible, those of nobody too
 * @throws RangeError for bins out of order or that overlap, counts that are not whole numbers from 0, a mean that cannot be of
 *   these bins, or rules out of range
 * @example
 * const bins = [1, 6, 9, 4, 0].map((count, i) => ({ lower: i + 1, upper: i + 1, count }));
 * releaseHistogram(bins).bins.map(({ lower, upper, count }) => [lower, upper, count]) // [[1, 2, 7], [3, 5, 13]]
 */
export function releaseHistogram(
  bins: readonly HistogramBin[],
  { mean, ...rules }: ReleaseHistogramOptions = {},
): ReleasedHistogram {
  const { minimumGroupSize } = disclosureRules(rules);
  refuseBadBins(bins);
  const counts = bins.map(({ count }) => count);
  const people = counts.reduce((sum, count) => sum + count, 0);
  const sum = mean === undefined ? null : sumOfScores(bins, mean, people);
  if (people === 0) return { status: 'empty', bins: [] };
  const first = joinedBins(counts, minimumGroupSize);
  let groups = first;
  while (groups.length > 1 && sum !== null) {
    const pinned = groups.findIndex((group) => isPinned(bins, groups, group, sum, (other) => isJoinedAs(other, first)));
    if (pinned < 0) break;
    groups = joinedWithNeighbour(groups, pinned, counts);
  }
  if (groups.length < 2) return { status: 'suppressed', bins: [] };
  return {
    status: 'shown',
    bins: groups.map(({ from, to }) => ({
      lower: bins[from]!.lower,
      upper: bins[to]!.upper,
      count: counts.slice(from, to + 1).reduce((total, count) => total + count, 0),
    })),
  };

  function isJoinedAs(other: readonly number[], as: readonly JoinedBins[]): boolean {
    const found = joinedBins(other, minimumGroupSize);
    return found.length === as.length && found.every(({ to }, g) => to === as[g]!.to);
  }
}

/** Places of the bins that are one now, the last included. */
export interface JoinedBins {
  readonly from: number;
  readonly to: number;
}

function joinedBins(counts: readonly number[], minimum: number): JoinedBins[] {
  const groups: JoinedBins[] = [];
  let [from, together] = [0, 0];
  counts.forEach((count, to) => {
    together += count;
    if (together < minimum) return;
    groups.push({ from, to });
    [from, together] = [to + 1, 0];
  });
  const last = groups.pop();
  return last === undefined ? [] : [...groups, { from: last.from, to: counts.length - 1 }];
}

/** Joined with the smaller of its neighbours. */
function joinedWithNeighbour(groups: readonly JoinedBins[], place: number, counts: readonly number[]): JoinedBins[] {
  const size = (group: JoinedBins | undefined): number =>
    group === undefined ? Infinity : counts.slice(group.from, group.to + 1).reduce((sum, count) => sum + count, 0);
  const start = size(groups[place - 1]) < size(groups[place + 1]) ? place - 1 : place;
  const joined = { from: groups[start]!.from, to: groups[start + 1]!.to };
  return [...groups.slice(0, start), joined, ...groups.slice(start + 2)];
}

function refuseBadBins(bins: readonly HistogramBin[]): void {
  bins.forEach(({ lower, upper, count }, i) => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Unexpected count: ${count}.`);
    const isOrdered = Number.isFinite(upper - lower) && lower <= upper && (i === 0 || lower >= bins[i - 1]!.upper);
    if (!isOrdered) throw new RangeError(`Unexpected bin: ${lower} to ${upper}.`);
  });
}

function sumOfScores(bins: readonly HistogramBin[], mean: number, people: number): number {
  const [least, most] = [
    bins.reduce((sum, { lower, count }) => sum + lower * count, 0),
    bins.reduce((sum, { upper, count }) => sum + upper * count, 0),
  ];
  const sum = people === 0 ? 0 : mean * people;
  const slack = 1e-9 * Math.max(Math.abs(least), Math.abs(most), 1);
  if (!(sum >= least - slack && sum <= most + slack)) throw new RangeError(`Unexpected mean: ${mean}.`);
  return sum;
}
