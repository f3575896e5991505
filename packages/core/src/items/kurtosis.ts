import type { CategoryCounts } from './category-counts.ts';
import { centralMoments } from './central-moments.ts';
import type { ShapeType } from './skewness.ts';

/**
 * Excess kurtosis of the answers: 0 for a normal distribution, below it where answers crowd at both ends. From m2 and m4, the
 * mean square and fourth power of the deviations (divisor n):
 *
 *   type 1: g2 = m4 / m2^2 - 3,   type 2: ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3)),   type 3: (g2 + 3) (1 - 1/n)^2 - 3
 *
 * @param type default 3
 * @returns NaN where answers do not vary, and for type 2 with fewer than four
 * @see Joanes & Gill (1998), doi:10.1111/1467-9884.00122; agrees with R `psych::kurtosi(x, type = type)` of a vector. Of a
 * data frame with missing answers psych 2.2.9 multiplies type 1 by rows instead of answers
 * @example kurtosis(categoryCountsOf([1, 2, 2, 5]), 1) // -0.8148
 */
export function kurtosis(table: CategoryCounts, type: ShapeType = 3): number {
  const { n, second, fourth } = centralMoments(table);
  const g2 = fourth / (second * second) - 3;
  if (type === 1) return g2;
  if (type === 2) return n > 3 ? (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)) : NaN;
  return (g2 + 3) * (1 - 1 / n) ** 2 - 3;
}
