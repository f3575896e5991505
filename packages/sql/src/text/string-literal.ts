import { checkText } from './check-text.ts';

/**
 * A text as SQL writes it: in single quotes, those within it doubled. A backslash is an ordinary character, as the
 * standard, SQLite, DuckDB and PostgreSQL (with its default `standard_conforming_strings`) have it.
 *
 * @throws RangeError for a NUL character or half of a surrogate pair
 * @example stringLiteral("it's") // 'it''s'
 */
export function stringLiteral(text: string): string {
  checkText(text);
  return `'${text.replaceAll("'", "''")}'`;
}
