import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Every step from an empty database to the present tables, in the order of their names. Steps only go forward, and a
 * step that was ever released is never edited: the next one is added.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-studies-and-responses': {
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
      await withoutNumbers(db, responses).execute();
      await db.schema.createIndex('response_study_id').on('response').column('study_id').execute();
    },
  },
  '0002-forms-of-several-parts': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('study').addColumn('plan', 'text').execute();
      const submissions = db.schema
        .createTable('submission')
        .addColumn('key_digest', 'text', (column) => column.primaryKey())
        .addColumn('study_id', 'text', (column) => column.notNull().references('study.id'))
        .addColumn('plan', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('part_values', 'text', (column) => column.notNull())
        .addColumn('codes', 'text', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('duration_seconds', 'integer', (column) => column.notNull().check(sql`duration_seconds >= 0`))
        .addColumn('content_digest', 'text', (column) => column.notNull());
      await withoutNumbers(db, submissions).execute();
      await db.schema.createIndex('submission_study_id').on('submission').column('study_id').execute();
      await db.schema
        .alterTable('response')
        .addColumn('submission_digest', 'text', (column) => column.references('submission.key_digest'))
        .execute();
      await db.schema.createIndex('response_submission').on('response').column('submission_digest').execute();
    },
  },
};

/** SQLite would number the rows as they arrive, and with the number keep who came before whom. */
function withoutNumbers<T extends string>(db: Kysely<unknown>, table: CreateTableBuilder<T>): CreateTableBuilder<T> {
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table;
}
