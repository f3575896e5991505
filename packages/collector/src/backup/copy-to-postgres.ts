import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InsertObject, type Kysely, sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { openPostgresStore } from '../store/open-postgres-store.ts';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import { BACKED_UP_TABLES, NOT_BACKED_UP } from './backed-up-tables.ts';

/** Rows of one statement; PostgreSQL takes 65,535 values at most. */
const BATCH = 1000;

/** Puts the rows of an SQLite file into a PostgreSQL database, all or none. @throws Error where it has rows already */
export async function copyToPostgres(file: string, address: string, { force }: { force: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-restore-'));
  try {
    // a backup of an older version is brought to the present tables first; it is a copy that is changed
    const path = join(folder, 'backup.db');
    copyFileSync(file, path);
    const from = await openSqliteStore(path);
    const to = await openPostgresStore(address);
    try {
      await to.write(async (trx) => {
        if (force) await empty(trx);
        else await refuseRows(trx, address);
        // a team may come before the one above it
        await sql`set constraints all deferred`.execute(trx);
        for (const table of BACKED_UP_TABLES) await copyTable(from.db, trx, table);
      });
    } finally {
      await from.close();
      await to.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Table = (typeof BACKED_UP_TABLES)[number];

async function copyTable(from: Kysely<Database>, to: Kysely<Database>, table: Table): Promise<void> {
  let batch: InsertObject<Database, Table>[] = [];
  const insert = async () => {
    if (batch.length > 0) await to.insertInto(table).values(batch).execute();
    batch = [];
  };
  for await (const row of from.selectFrom(table).selectAll().stream()) {
    batch.push(row as InsertObject<Database, Table>);
    if (batch.length === BATCH) await insert();
  }
  await insert();
}

async function refuseRows(trx: Kysely<Database>, address: string): Promise<void> {
  for (const table of BACKED_UP_TABLES) {
    const row = await trx.selectFrom(table).select(sql`1`.as('one')).limit(1).executeTakeFirst();
    if (row !== undefined) {
      throw new Error(`${new URL(address).pathname.slice(1)} is not empty; --force replaces what is in it.`);
    }
  }
}

/** The one time when entries of the audit log go: the log of the backup takes their place. */
async function empty(trx: Kysely<Database>): Promise<void> {
  await sql`alter table audit disable trigger audit_no_change`.execute(trx);
  await sql.raw(`truncate ${[...BACKED_UP_TABLES, ...NOT_BACKED_UP].join(', ')}`).execute(trx);
  await sql`alter table audit enable trigger audit_no_change`.execute(trx);
}
