/** A figure for a report: NaN and infinities, which JSON does not have, are null. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
