/** Holm guards against a single false alarm among all tests; Benjamini and Hochberg limit the share of false ones. */
export type Adjustment = 'holm' | 'benjamini-hochberg';

/**
 * P values adjusted for how many tests were made: compare each with the level as if it were the only one.
 *
 * @param p values from 0 to 1; NaN (no test) stays NaN and does not count
 * @throws RangeError for a value outside 0 to 1, or another adjustment
 * @see Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995),
 *   doi:10.1111/j.2517-6161.1995.tb02031.x; agrees with R `p.adjust`
 * @example adjustedP([0.01, 0.04, 0.03], 'holm') // 0.03, 0.06, 0.06
 */
export function adjustedP(p: ArrayLike<number>, adjustment: Adjustment): Float64Array {
  const values = Float64Array.from(p);
  for (const value of values) if (value < 0 || value > 1) throw new RangeError(`Unexpected p: ${value}.`);
  if (adjustment !== 'holm' && adjustment !== 'benjamini-hochberg') {
    throw new RangeError(`Unexpected adjustment: ${String(adjustment)}.`);
  }
  const order = [...values.keys()].filter((i) => !Number.isNaN(values[i]!)).sort((a, b) => values[a]! - values[b]!);
  const count = order.length;
  if (adjustment === 'holm') {
    let highest = 0;
    order.forEach((i, rank) => {
      highest = Math.max(highest, Math.min(1, (count - rank) * values[i]!));
      values[i] = highest;
    });
  } else {
    let lowest = 1;
    for (let rank = count - 1; rank >= 0; rank--) {
      const i = order[rank]!;
      lowest = Math.min(lowest, (count / (rank + 1)) * values[i]!);
      values[i] = lowest;
    }
  }
  return values;
}
