import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Open studies whose form has more than one instrument alone. */
export const formsOfSeveralParts: Migration = {
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
    const rowsAreNumbered = db.getExecutor().adapter instanceof SqliteAdapter;
    await (rowsAreNumbered ? submissions.modifyEnd(sql`without rowid`) : submissions).execute();
    await db.schema.createIndex('submission_study_id').on('submission').column('study_id').execute();
    await db.schema
      .alterTable('response')
      .addColumn('submission_digest', 'text', (column) => column.references('submission.key_digest'))
      .execute();
    await db.schema.createIndex('response_submission').on('response').column('submission_digest').execute();
  },
};
