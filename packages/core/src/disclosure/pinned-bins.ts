import type { HistogramBin, JoinedBins } from './release-histogram.ts';

/** A person of a joined bin who is in another one of its bins instead. */
interface Step {
  readonly out: number;
  readonly into: number;
}

/**
 * Whether one of the bins that were joined to a group could have had no other count, for somebody who knows what all groups
 * count, and the sum of the scores. Looked for are histograms in which one to three people are in other bins of their groups
 * (the third one bin further) and that can have the sum; `allows` says whether such a histogram would have been shown in the
 * same way.
 */
export function isPinned(
  bins: readonly HistogramBin[],
  groups: readonly JoinedBins[],
  group: JoinedBins,
  sum: number,
  allows: (counts: readonly number[]) => boolean,
): boolean {
  if (group.from === group.to) return false;
  const counts = bins.map(({ count }) => count);
  const open = new Set<number>();
  for (let bin = group.from; bin <= group.to; bin++) open.add(bin);
  const [least, most] = [
    bins.reduce((total, { lower, count }) => total + lower * count, 0),
    bins.reduce((total, { upper, count }) => total + upper * count, 0),
  ];
  const slack = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  const lift = ({ out, into }: Step): readonly [number, number] => [
    bins[into]!.lower - bins[out]!.lower,
    bins[into]!.upper - bins[out]!.upper,
  ];

  /** Whether no joined bin is left for which another count was not found, with these steps tried as well. */
  const tried = (steps: readonly Step[], lower: number, upper: number): boolean => {
    if (lower > sum + slack || upper < sum - slack) return false;
    const other = counts.slice();
    for (const { out, into } of steps) {
      other[out]!--;
      other[into]!++;
    }
    if (steps.some(({ out }) => other[out]! < 0) || !allows(other)) return false;
    for (const bin of open) if (other[bin] !== counts[bin]) open.delete(bin);
    return open.size === 0;
  };

  const all = groups.flatMap((of) => stepsWithin(of, bins.length));
  const near = all.filter(({ out, into }) => Math.abs(out - into) === 1);
  const [fall, rise] = [Math.min(...near.map((step) => lift(step)[0])), Math.max(...near.map((step) => lift(step)[1]))];
  for (const first of stepsWithin(group, bins.length)) {
    if (counts[first.out] === 0 || !(open.has(first.out) || open.has(first.into))) continue;
    const [lower1, upper1] = [least + lift(first)[0], most + lift(first)[1]];
    if (tried([first], lower1, upper1)) return false;
    for (const second of all) {
      const [lower2, upper2] = [lower1 + lift(second)[0], upper1 + lift(second)[1]];
      if (tried([first, second], lower2, upper2)) return false;
      if (lower2 + fall > sum + slack || upper2 + rise < sum - slack) continue;
      for (const third of near) {
        const [lower3, upper3] = lift(third);
        if (tried([first, second, third], lower2 + lower3, upper2 + upper3)) return false;
      }
    }
  }
  return true;
}

function stepsWithin({ from, to }: JoinedBins, bins: number): Step[] {
  const places = Array.from({ length: bins }, (_, bin) => bin).slice(from, to + 1);
  return places.flatMap((out) => places.filter((into) => into !== out).map((into) => ({ out, into })));
}
