import { numberLiteral } from './number-literal.ts';
import type { SqlDialect } from './sql-dialect.ts';

/** SQLite's whole numbers have 63 bits, so that this is the largest power of two that it can write as one. */
const POWER = 62;

/**
 * A number of which every engine makes the same double, to the last bit. Whole numbers stand as they are. PostgreSQL and
 * DuckDB round a text correctly; SQLite does not promise to, and so is given a whole number and powers of two that divide
 * or multiply it, which loses nothing.
 *
 * @throws RangeError for NaN and infinite numbers
 * @example doubleLiteral(0.75, 'sqlite') // (CAST(3 AS DOUBLE PRECISION) / 4)
 */
export function doubleLiteral(value: number, dialect: SqlDialect): string {
  const written = numberLiteral(value);
  if (Number.isSafeInteger(value)) return written;
  if (dialect !== 'sqlite') return `CAST('${value}' AS DOUBLE PRECISION)`;
  let [whole, exponent] = [value, 0];
  for (; !Number.isInteger(whole); exponent--) whole *= 2;
  for (; !Number.isSafeInteger(whole); exponent++) whole /= 2;
  const powers: string[] = [];
  for (let left = Math.abs(exponent); left > 0; left -= POWER) powers.push(String(2n ** BigInt(Math.min(left, POWER))));
  return `(${[`CAST(${whole} AS DOUBLE PRECISION)`, ...powers].join(exponent < 0 ? ' / ' : ' * ')})`;
}
