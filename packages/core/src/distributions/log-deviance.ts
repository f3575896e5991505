/**
 * ratio - 1 - log(ratio): zero at 1, positive elsewhere, and exact to the last digits near 1, where the terms cancel.
 *
 * @param excess ratio - 1, given separately because the caller often knows it more exactly
 */
export function logDeviance(ratio: number, excess: number): number {
  if (!(Math.abs(excess) < 0.4)) return excess - Math.log(ratio);
  // log(1 + t) = 2 artanh(s), s = t / (2 + t); the first term of the series is taken from t by algebra
  const s = excess / (2 + excess);
  const square = s * s;
  let sum = 0;
  for (let k = 31; k >= 3; k -= 2) sum = sum * square + 1 / k;
  return s * (excess - 2 * square * sum);
}
