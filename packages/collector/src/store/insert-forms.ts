import type { Kysely } from 'kysely';
import type { AddResponseResult } from './collector-store.ts';
import type { Database } from './database.ts';
import type { FormRows } from './form-rows.ts';

/** Adds whole forms of open studies, each with all of its rows or not at all, and once per key. Must run within `Store.write`. */
export async function insertForms(trx: Kysely<Database>, forms: readonly FormRows[]): Promise<AddResponseResult[]> {
  const results: AddResponseResult[] = [];
  for (const { submission, responses } of forms) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('submission')
      .values(submission)
      .onConflict((conflict) => conflict.column('key_digest').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) {
      if (responses.length > 0)
        await trx
          .insertInto('response')
          .values([...responses])
          .execute();
      results.push('stored');
      continue;
    }
    const { content_digest } = await trx
      .selectFrom('submission')
      .select('content_digest')
      .where('key_digest', '=', submission.key_digest)
      .executeTakeFirstOrThrow();
    results.push(content_digest === submission.content_digest ? 'repeated' : 'conflict');
  }
  return results;
}
