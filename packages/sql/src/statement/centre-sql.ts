/**
 * What is taken off a value before products are summed: its mean or, where all values are whole numbers, the whole number
 * next to the mean. Deviations of codes are whole numbers then, and their sums exact, where those from the mean would be
 * rounded the same way a million times over. The readers of the rows take off what is left of the mean.
 */
export const centreSql = (value: string): string =>
  `CASE WHEN MIN(CASE WHEN ${value} = ROUND(${value}) THEN 1 WHEN ${value} IS NOT NULL THEN 0 END) = 1 THEN ROUND(AVG(${value})) ELSE AVG(${value}) END`;
