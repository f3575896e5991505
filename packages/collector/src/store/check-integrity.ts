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

function danglingReferences(file: SqliteDatabase.Database): string[] {
  const rows = file.pragma('foreign_key_check') as { table: string; parent: string }[];
  return [...new Set(rows.map(({ table, parent }) => `a row of ${table} refers to a ${parent} that is not there`))];
}

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
