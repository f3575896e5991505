import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { checkIntegrity } from '../store/check-integrity.ts';
import { openPostgresStore } from '../store/open-postgres-store.ts';
import { isPostgresAddress } from '../store/open-store.ts';
import { contentDigest } from '../store/response-row.ts';

/**
 * What is wrong with a database or a backup, in sentences without answers; nothing if it is whole. The collector may go
 * on serving meanwhile. In PostgreSQL the pages are the server's own business (`data_checksums`); what is looked at is
 * whether the responses are as they were stored.
 *
 * @param address the path of an SQLite file or postgres://…
 * @throws Error where it cannot be read
 */
export async function check(address: string): Promise<readonly string[]> {
  if (isPostgresAddress(address)) return checkPostgres(address);
  if (!existsSync(address)) throw new Error(`${address} is not there.`);
  const file = new SqliteDatabase(address, { readonly: true });
  try {
    return checkIntegrity(file);
  } finally {
    file.close();
  }
}

async function checkPostgres(address: string): Promise<readonly string[]> {
  const { db, close } = await openPostgresStore(address);
  try {
    let changed = 0;
    let last = '';
    for (;;) {
      const rows = await db
        .selectFrom('response')
        .select(['key_digest', 'instrument', 'version', 'locale', 'coding', 'answers', 'content_digest'])
        .where('key_digest', '>', last)
        .orderBy('key_digest')
        .limit(5000)
        .execute();
      for (const { instrument, version, locale, coding, answers, content_digest } of rows) {
        if (contentDigest(instrument, version, locale, coding, answers) !== content_digest) changed++;
      }
      if (rows.length === 0) break;
      last = rows.at(-1)!.key_digest;
    }
    return changed === 0 ? [] : [`${changed} of the responses are not as they were stored`];
  } finally {
    await close();
  }
}
