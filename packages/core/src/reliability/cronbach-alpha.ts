import type { Moments } from '../moments/moments.ts';

/**
 * Cronbach's coefficient alpha, the internal consistency of a sum score over k items:
 *
 *   alpha = k / (k - 1) * (1 - trace(S) / sum(S))
 *
 * S is the item covariance matrix; its divisor cancels, so co-moments are used as they are.
 * Equals the reliability only for essentially tau-equivalent items with uncorrelated errors.
 * Items must already be keyed (reverse-scored). Alpha can be negative and is never clipped.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns alpha; NaN where it does not exist (k < 2, n < 2 or no sum-score variance)
 * @see Cronbach (1951), doi:10.1007/BF02310555; agrees with R `psych::alpha()$total$raw_alpha`
 * @example cronbachAlpha(momentsOf([[1, 2], [2, 2], [3, 4]])) // 0.9230769230769231
 */
export function cronbachAlpha({ means, comoments }: Moments): number {
  const k = means.length;
  let trace = 0;
  let offDiagonal = 0; // one triangle of S, packed row by row
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j < i; j++) offDiagonal += comoments[p++]!;
    trace += comoments[p++]!;
  }
  const total = trace + 2 * offDiagonal;
  // rounding leaves about 1e-14 of the trace when every respondent has the same sum score
  if (k < 2 || !(total > 1e-12 * trace)) return NaN;
  return (k / (k - 1)) * (1 - trace / total);
}
