import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';

type Migrations = Readonly<Record<string, Migration>>;

interface Bookkeeping {
  [DEFAULT_MIGRATION_TABLE]: { name: string };
  migration_checksum: { name: string; checksum: string };
}

/**
 * Brings a database to the present tables, in one transaction, unless `checkHistory` refuses it.
 *
 * @param steps the migrations by name; those of this version by default
 * @throws Error that says what is wrong
 */
export async function migrate<T>(db: Kysely<T>, steps: Migrations = migrations): Promise<void> {
  await checkHistory(db, steps);
  const provider = { getMigrations: async () => withChecksums(steps, isSqlite(db)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Refuses a database that a newer version has changed, or whose tables were made by steps with other SQL than those of
 * this version. Changes nothing.
 *
 * @param steps the migrations by name; those of this version by default
 * @throws Error that says which step is not as it should be
 */
export async function checkHistory<T>(db: Kysely<T>, steps: Migrations = migrations): Promise<void> {
  const { done, checksums } = await historyOf(db as unknown as Kysely<Bookkeeping>);
  const unknown = done.find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) {
    throw new Error(
      `It was written by a newer version of @peerscale/collector: the migration ${unknown} is not known to this one. ` +
        'Nothing was changed; use the newer version.',
    );
  }
  for (const name of done) {
    const kept = checksums.get(name);
    if (kept !== undefined && kept !== (await checksumOf(steps[name]!, isSqlite(db)))) {
      throw new Error(
        `Its migration ${name} was made with other SQL than this version of @peerscale/collector has under that name. ` +
          'Nothing was changed; use the version that made it.',
      );
    }
  }
}

function isSqlite<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

async function historyOf(db: Kysely<Bookkeeping>): Promise<{ done: string[]; checksums: Map<string, string> }> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const has = (table: keyof Bookkeeping) => tables.some(({ name }) => name === table);
  const names = has(DEFAULT_MIGRATION_TABLE)
    ? await db.selectFrom(DEFAULT_MIGRATION_TABLE).select('name').orderBy('name').execute()
    : [];
  const kept = has('migration_checksum') ? await db.selectFrom('migration_checksum').selectAll().execute() : [];
  return {
    done: names.map(({ name }) => name),
    checksums: new Map(kept.map(({ name, checksum }) => [name, checksum])),
  };
}

/** The same steps, each of which also keeps the checksums up to its own. */
function withChecksums(steps: Migrations, forSqlite: boolean): Record<string, Migration> {
  const names = Object.keys(steps).sort();
  return Object.fromEntries(
    names.map((name, i) => {
      const step = steps[name]!;
      const up = async (db: Kysely<unknown>): Promise<void> => {
        await step.up(db);
        await sql`create table if not exists migration_checksum (name text primary key, checksum text not null)`.execute(
          db,
        );
        for (const earlier of names.slice(0, i + 1)) {
          const checksum = await checksumOf(steps[earlier]!, forSqlite);
          await sql`insert into migration_checksum values (${earlier}, ${checksum}) on conflict do nothing`.execute(db);
        }
      };
      return [name, { ...step, up }];
    }),
  );
}

/** SHA-256 of the statements that a step runs, in the order it runs them. */
async function checksumOf(step: Migration, forSqlite: boolean): Promise<string> {
  const hash = createHash('sha256');
  const recorder = new Kysely<unknown>({
    dialect: {
      createAdapter: () => (forSqlite ? new SqliteAdapter() : new PostgresAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => (forSqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
      createQueryCompiler: () => (forSqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    },
    log: ({ query }) => void hash.update(JSON.stringify([query.sql, query.parameters])),
  });
  await step.up(recorder);
  return hash.digest('hex');
}
