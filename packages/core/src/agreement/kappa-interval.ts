/**
 * kappa -/+ margin, cut where a kappa cannot be: at 1, and at -1 unless weights of one's own have made it lower still.
 *
 * @example kappaInterval(0.9, 0.2) // { lower: 0.7, upper: 1 }
 */
export function kappaInterval(kappa: number, margin: number): { lower: number; upper: number } {
  return { lower: Math.max(Math.min(-1, kappa), kappa - margin), upper: Math.min(1, kappa + margin) };
}
