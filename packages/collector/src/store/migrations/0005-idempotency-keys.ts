import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What staff asked for under a key of their own, so that asking again does nothing twice. */
export const idempotencyKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    const text = isSqlite ? 'text' : 'text collate "C"';
    const bigint = isSqlite ? 'integer' : 'bigint';
    const lines = [
      `digest ${text} primary key`,
      `account_id ${text} not null references account (id) on delete cascade`,
      `fingerprint ${text} not null`,
      `answer ${text}`,
      `expires_at ${bigint} not null`,
    ];
    const end = isSqlite ? ' strict, without rowid' : '';
    await sql.raw(`create table idempotency_key (\n  ${lines.join(',\n  ')}\n)${end}`).execute(db);
    await sql.raw('create index idempotency_key_of_account on idempotency_key (account_id)').execute(db);
    await sql.raw('create index idempotency_key_by_end on idempotency_key (expires_at)').execute(db);
  },
};
