import type { CategoryCounts } from './category-counts.ts';
import { centralMoments } from './central-moments.ts';

/**
 * Which skewness or kurtosis: 1 is that of the sample as a population (g1, g2); 2 is without bias for normal answers (G1, G2:
 * SAS, SPSS, Excel); 3 divides by powers of the n - 1 standard deviation (b1, b2: psych's default, Minitab).
 */
export type ShapeType = 1 | 2 | 3;

/**
 * Skewness of the answers: above 0 with a tail to high codes, 0 where they are symmetric. From m2 and m3, the mean square
 * and cube of the deviations (divisor n):
 *
 *   type 1: g1 = m3 / m2^(3/2),   type 2: g1 sqrt(n (n - 1)) / (n - 2),   type 3: g1 ((n - 1) / n)^(3/2)
 *
 * @param type default 3
 * @returns NaN where answers do not vary, and for type 2 with fewer than three
 * @see Joanes & Gill (1998), doi:10.1111/1467-9884.00122; agrees with R `psych::skew(x, type = type)`
 * @example skewness(categoryCountsOf([1, 2, 2, 5]), 1) // 0.8889
 */
export function skewness(table: CategoryCounts, type: ShapeType = 3): number {
  const { n, second, third } = centralMoments(table);
  const g1 = third / second ** 1.5;
  if (type === 1) return g1;
  if (type === 2) return n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : NaN;
  return g1 * ((n - 1) / n) ** 1.5;
}
