import type { Moments } from '../moments/moments.ts';

/** Mean of variable i less that of variable j, with the digits that are too small for either mean. */
export function meanDifference({ means, meanTails }: Moments, i: number, j: number): number {
  return means[i]! - means[j]! + ((meanTails?.[i] ?? 0) - (meanTails?.[j] ?? 0));
}
