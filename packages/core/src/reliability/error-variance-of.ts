/** Error variance of a standardized item, 1 - loading^2; NaN for a loading beyond 1, but for rounding. */
export function errorVarianceOf(loading: number): number {
  const own = 1 - loading * loading;
  return own >= -1e-12 ? Math.max(own, 0) : NaN;
}
