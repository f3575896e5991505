import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';

/**
 * Brings a database to the present tables. Refuses one that a newer version has changed, and leaves it as it was.
 *
 * @param steps the migrations by name; those of this version by default
 * @throws Error that says what is wrong
 */
export async function migrate<T>(
  db: Kysely<T>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const unknown = (await migrationsDone(db)).find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) {
    throw new Error(
      `It was written by a newer version of @peerscale/collector: the migration ${unknown} is not known to this one. ` +
        'Nothing was changed; use the newer version.',
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function migrationsDone<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const bookkeeping = db as unknown as Kysely<Record<typeof DEFAULT_MIGRATION_TABLE, { name: string }>>;
  const rows = await bookkeeping.selectFrom(DEFAULT_MIGRATION_TABLE).select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
