import SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, Kysely, sql } from 'kysely';
import { migrate } from '../store/migrate.ts';
import { openPostgresStore } from '../store/open-postgres-store.ts';
import { OwnSqliteDialect } from '../store/sqlite-dialect.ts';
import { BACKED_UP_TABLES } from './backed-up-tables.ts';

/** Rows that are in memory at a time. */
const BATCH = 1000;

/** Writes all tables, as they are at one moment, into an empty SQLite file. */
export async function copyFromPostgres(address: string, to: string): Promise<void> {
  const { db, close } = await openPostgresStore(address);
  const file = new SqliteDatabase(to);
  const copy = new Kysely<unknown>({ dialect: new OwnSqliteDialect(file, { busyTimeout: 0 }) });
  try {
    // references are looked at when all rows are there, by the check that follows every backup
    file.pragma('foreign_keys = off');
    await migrate(copy);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        file.exec('begin');
        for (const table of BACKED_UP_TABLES) {
          await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(trx);
          for (;;) {
            const { rows } = await trx.executeQuery<Record<string, unknown>>(
              CompiledQuery.raw(`fetch ${BATCH} from backup`),
            );
            if (rows.length === 0) break;
            const columns = Object.keys(rows[0]!);
            const insert = file.prepare(
              `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
            );
            for (const row of rows) insert.run(Object.values(row));
          }
          await sql`close backup`.execute(trx);
        }
        file.exec('commit');
      });
  } finally {
    await copy.destroy();
    await close();
  }
}
