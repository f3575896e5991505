/**
 * Degrees of freedom of the root of a sum of two variances, by Welch and Satterthwaite: (v1 + v2)^2 / (v1^2 / df1 + v2^2 /
 * df2), from shares, so that no square overflows.
 */
export function welchDf(v1: number, df1: number, v2: number, df2: number): number {
  const share = v1 / (v1 + v2);
  return 1 / (share ** 2 / df1 + (1 - share) ** 2 / df2);
}
