import type SqliteDatabase from 'better-sqlite3';

/** Enough for all statements of the collector; the oldest goes, because some are made with a list of any length. */
const MAX_STATEMENTS = 200;

/** `prepare` of a file that makes each statement once. */
export function preparedOnce(file: SqliteDatabase.Database): (sql: string) => SqliteDatabase.Statement {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return (sql) => {
    const known = statements.get(sql);
    // a statement that is being read from cannot be used a second time
    if (known !== undefined && !known.busy) return known;
    const statement = file.prepare(sql);
    statements.set(sql, statement);
    if (statements.size > MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
    return statement;
  };
}
