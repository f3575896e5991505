import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Open studies of one instrument, and their answers. */
export const studiesAndResponses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('study')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('instrument', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('locales', 'text', (column) => column.notNull())
      .addColumn('minimum_group_size', 'integer', (column) => column.notNull())
      .addColumn('simulated', 'integer', (column) => column.notNull())
      .execute();
    const responses = db.schema
      .createTable('response')
      .addColumn('key_digest', 'text', (column) => column.primaryKey())
      .addColumn('study_id', 'text', (column) => column.notNull().references('study.id'))
      .addColumn('instrument', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('coding', 'text')
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('duration_seconds', 'integer', (column) => column.notNull().check(sql`duration_seconds >= 0`))
      .addColumn('content_digest', 'text', (column) => column.notNull());
    // SQLite would number the rows as they arrive, and with the number keep who came before whom
    const rowsAreNumbered = db.getExecutor().adapter instanceof SqliteAdapter;
    await (rowsAreNumbered ? responses.modifyEnd(sql`without rowid`) : responses).execute();
    await db.schema.createIndex('response_study_id').on('response').column('study_id').execute();
  },
};
