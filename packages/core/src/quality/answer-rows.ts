/**
 * Answers as they were given, a column an item in the order of the form; NaN is a missing answer. Indices of careless
 * answering are about persons and about what was clicked, so unless said otherwise these are not keyed.
 */
export type AnswerColumns = readonly ArrayLike<number>[];

/**
 * Number of persons in some columns.
 *
 * @throws RangeError for columns of different lengths
 */
export function personsIn(columns: AnswerColumns): number {
  const persons = columns[0]?.length ?? 0;
  for (const { length } of columns) {
    if (length !== persons) throw new RangeError(`Unexpected column length: ${length}, expected ${persons}.`);
  }
  return persons;
}

/** Pearson correlation of two series of one person, over the places where both are numbers; NaN below three of them. */
export function correlationOfSeries(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let [n, sumX, sumY] = [0, 0, 0];
  const isPair = (i: number): boolean => !Number.isNaN(x[i]!) && !Number.isNaN(y[i]!);
  for (let i = 0; i < x.length; i++) {
    if (!isPair(i)) continue;
    n++;
    sumX += x[i]!;
    sumY += y[i]!;
  }
  if (n < 3) return NaN;
  const [meanX, meanY] = [sumX / n, sumY / n];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (!isPair(i)) continue;
    xx += (x[i]! - meanX) ** 2;
    xy += (x[i]! - meanX) * (y[i]! - meanY);
    yy += (y[i]! - meanY) ** 2;
  }
  // a series that is constant but for rounding has no correlation
  const tiny = 1e-24 * n;
  return xx > tiny * meanX * meanX && yy > tiny * meanY * meanY
    ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
    : NaN;
}
