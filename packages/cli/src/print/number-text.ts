/**
 * A number with a fixed count of decimals, "NA" where there is none. Never "-0.000".
 *
 * @example fixed(0.90223, 3) // '0.902'
 */
export function fixed(value: number | null, decimals = 3): string {
  if (value === null || !Number.isFinite(value)) return 'NA';
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}

/** Decimals that a column of scores needs: none where all are whole numbers (complete sums), else `decimals`. */
export const decimalsFor = (values: readonly (number | null)[], decimals = 3): number =>
  values.every((value) => value === null || Number.isInteger(value)) ? 0 : decimals;

/** A count with its noun. @example counted(1, 'row', 'rows') // '1 row' */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** A level such as 0.95 as "95%". */
export const percent = (level: number): string => `${Number((100 * level).toPrecision(12))}%`;
