import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is written to whom on the staff about a wave, so that nobody is written to twice. It says nothing of respondents. */
export const lettersToStaff: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    const text = isSqlite ? 'text' : 'text collate "C"';
    const lines = [
      `wave_id ${text} not null references wave (id) on delete cascade`,
      `kind ${text} not null check (kind in ('reminder', 'not-ready'))`,
      `day ${text} not null`,
      `account_id ${text} not null references account (id) on delete cascade`,
      `state ${text} not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'given-up'))`,
      'tries integer not null default 0 check (tries >= 0)',
      'primary key (wave_id, kind, day, account_id)',
    ];
    const end = isSqlite ? ' strict, without rowid' : '';
    await sql.raw(`create table staff_letter (\n  ${lines.join(',\n  ')}\n)${end}`).execute(db);
    await sql.raw('create index staff_letter_of_account on staff_letter (account_id)').execute(db);
  },
};
