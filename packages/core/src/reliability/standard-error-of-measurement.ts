/**
 * Standard error of measurement: how far observed scores of one person would scatter around the true score,
 *
 *   SD sqrt(1 - reliability)
 *
 * in the units of the score. Take SD and reliability of the same score from the same sample.
 *
 * @param standardDeviation of the score, divisor n - 1
 * @param reliability such as alpha; a negative one gives more than SD
 * @returns NaN for a reliability above 1 or a negative SD
 * @see Harvill (1991), doi:10.1111/j.1745-3992.1991.tb00195.x; R `sd(x) * sqrt(1 - reliability)`
 * @example standardErrorOfMeasurement(5, 0.84) // 2
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): number {
  return standardDeviation >= 0 ? standardDeviation * Math.sqrt(1 - reliability) : NaN;
}
