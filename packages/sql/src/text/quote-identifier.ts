import { checkText } from './check-text.ts';

/**
 * The name of a table or column, quoted as standard SQL does: in double quotes, those within it doubled. SQLite,
 * PostgreSQL and DuckDB read it so; nothing in a name can then end it. (PostgreSQL cuts names after 63 bytes, also where
 * they are created.)
 *
 * @throws RangeError for an empty name, a NUL character or half of a surrogate pair
 * @example quoteIdentifier('a"b') // "a""b"
 */
export function quoteIdentifier(name: string): string {
  if (name === '') throw new RangeError('Unexpected name: "".');
  checkText(name);
  return `"${name.replaceAll('"', '""')}"`;
}
