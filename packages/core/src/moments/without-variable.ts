import { type MissingTreatment, type Moments, packedIndex, packedLength } from './moments.ts';

/**
 * The same moments with one variable left out.
 *
 * @throws RangeError for a place that has no variable
 * @example withoutVariable(momentsOf([[1, 2], [2, 2], [3, 5]]), 0).means // [3]
 */
export function withoutVariable<Treatment extends MissingTreatment>(
  { missing, n, means, comoments, meanTails }: Moments<Treatment>,
  dropped: number,
): Moments<Treatment> {
  if (!(dropped in means)) throw new RangeError(`Unexpected variable: ${dropped} of ${means.length}.`);
  const kept = Array.from(means.keys()).filter((i) => i !== dropped);
  const rest = new Float64Array(packedLength(kept.length));
  let p = 0;
  kept.forEach((i, row) => {
    for (const j of kept.slice(0, row + 1)) rest[p++] = comoments[packedIndex(i, j)]!;
  });
  const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]!);
  return {
    missing,
    n,
    means: pick(means),
    comoments: rest,
    ...(meanTails === undefined ? {} : { meanTails: pick(meanTails) }),
  };
}
