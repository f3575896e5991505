/** Coefficients of Stirling's series in odd powers of 1 / a: B(2k) / (2k (2k - 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/**
 * What Stirling's formula leaves over: log gamma(a) - ((a - 1/2) log a - a + log(2 pi) / 2).
 *
 * Written with it, the large logarithms of a gamma or beta density cancel by algebra and not in floating point, where a
 * difference of log-gammas near 1e7 keeps nine digits.
 *
 * @param a positive, finite
 * @returns the error of Stirling's formula, to about 1e-15
 */
export function stirlingError(a: number): number {
  let shifted = 0; // recurrence up to where the series is exact in double precision
  for (; a < 16; a++) shifted += (a + 0.5) * Math.log1p(1 / a) - 1;
  let sum = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) sum = sum / (a * a) + SERIES[k]!;
  return shifted + sum / a;
}
