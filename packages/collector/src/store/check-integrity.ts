import type SqliteDatabase from 'better-sqlite3';
import { contentDigest } from './response-row.ts';

/** More would not tell more: the file is damaged. */
const MOST_FINDINGS = 10;

/**
 * What is wrong with a file, in sentences without answers; nothing if it is whole: `checkPages`, then `checkRows`.
 */
export function checkIntegrity(file: SqliteDatabase.Database): readonly string[] {
  const pages = checkPages(file);
  return pages.length > 0 ? pages : checkRows(file);
}

/** Reads every page of a file and says where they do not fit together, or an index lacks a row. */
export function checkPages(file: SqliteDatabase.Database): readonly string[] {
  try {
    return (file.pragma(`integrity_check(${MOST_FINDINGS})`) as { integrity_check: string }[])
      .map(({ integrity_check }) => integrity_check)
      .filter((finding) => finding !== 'ok');
  } catch (error) {
    // a page so damaged that SQLite cannot go on, or no page at all
    if (isDamage(error)) return [(error as Error).message];
    throw error;
  }
}

/**
 * Says where a row refers to one that is not there, and how many responses no longer have the digest with which they
 * were stored: a letter that changed inside an answer fits its page, and is found only so.
 */
export function checkRows(file: SqliteDatabase.Database): readonly string[] {
  try {
    return [...danglingReferences(file), ...changedResponses(file)];
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message];
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code));
}

/**
 * What `pragma foreign_key_check` finds, but of rows that refer to the same one only the first is looked at: where an
 * index has the columns, and `checkPages` found it whole, a table of a million rows is done in milliseconds.
 */
function danglingReferences(file: SqliteDatabase.Database): string[] {
  const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  return tables.flatMap((table) => {
    const columns = foreignKeys(file, table);
    const parents = [...new Set(columns.map(({ id }) => id))].flatMap((key) => {
      const own = columns.filter(({ id }) => id === key);
      const parent = own[0]!.table;
      return hasDangling(file, table, own, tables.includes(parent)) ? [parent] : [];
    });
    return [...new Set(parents)].map((parent) => `a row of ${table} refers to a ${parent} that is not there`);
  });
}

/** A column of a foreign key. */
interface ForeignKeyColumn {
  readonly id: number;
  /** the other table */
  readonly table: string;
  readonly from: string;
  /** null for its primary key */
  readonly to: string | null;
}

const foreignKeys = (file: SqliteDatabase.Database, table: string) =>
  file.pragma(`foreign_key_list(${quoted(table)})`) as ForeignKeyColumn[];

function hasDangling(
  file: SqliteDatabase.Database,
  table: string,
  columns: readonly ForeignKeyColumn[],
  hasParent: boolean,
): boolean {
  const parent = columns[0]!.table;
  const key = file
    .prepare('select name from pragma_table_info(?) where pk > 0 order by pk')
    .pluck()
    .all(parent) as string[];
  // a reference with a null refers to nothing
  const own = columns.map(({ from }) => quoted(from));
  const distinct = `select distinct ${own.join(', ')} from ${quoted(table)}
    where ${own.map((column) => `${column} is not null`).join(' and ')}`;
  const isThere = columns.map(({ to }, i) => `there.${quoted(to ?? key[i]!)} = here.${own[i]}`).join(' and ');
  const where = hasParent ? `where not exists (select 1 from ${quoted(parent)} as there where ${isThere})` : '';
  return file.prepare(`select 1 from (${distinct}) as here ${where} limit 1`).get() !== undefined;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function changedResponses(file: SqliteDatabase.Database): string[] {
  if (file.prepare("select 1 from sqlite_master where type = 'table' and name = 'response'").get() === undefined) {
    return [];
  }
  file.function('content_digest', { deterministic: true }, contentDigest);
  const count = file
    .prepare(
      `select count(*) from response
       where content_digest <> content_digest(instrument, version, locale, coding, answers)`,
    )
    .pluck()
    .get() as number;
  return count === 0 ? [] : [`${count} of the responses are not as they were stored`];
}
