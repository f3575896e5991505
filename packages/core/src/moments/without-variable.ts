import { type Moments, packedIndex, packedLength } from './moments.ts';

/**
 * The same moments with one variable left out.
 *
 * @throws RangeError for a place that has no variable
 */
export function withoutVariable({ n, means, comoments }: Moments, dropped: number): Moments {
  if (!(dropped in means)) throw new RangeError(`Unexpected variable: ${dropped} of ${means.length}.`);
  const kept = Array.from(means.keys()).filter((i) => i !== dropped);
  const rest = new Float64Array(packedLength(kept.length));
  let p = 0;
  kept.forEach((i, row) => {
    for (const j of kept.slice(0, row + 1)) rest[p++] = comoments[packedIndex(i, j)]!;
  });
  return { missing: 'listwise', n, means: Float64Array.from(kept, (i) => means[i]!), comoments: rest };
}
