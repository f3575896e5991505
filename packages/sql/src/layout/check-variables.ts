/**
 * Most variables of one statement. The SELECT lists stay within PostgreSQL's 1,664 and SQLite's 2,000 columns, and the
 * SELECTs joined by UNION ALL within SQLite's 500.
 */
export const MAXIMUM_VARIABLES = 300;

/** @throws RangeError unless k is a whole number from 1 to `MAXIMUM_VARIABLES` */
export function checkVariables(k: number): void {
  if (!Number.isInteger(k) || k < 1 || k > MAXIMUM_VARIABLES) {
    throw new RangeError(`Unexpected number of variables: ${k}, not 1 to ${MAXIMUM_VARIABLES}.`);
  }
}
