import type { FormPlan } from '@peerscale/form';
import type { Transaction } from 'kysely';
import type { Group } from '../model/group.ts';
import type { Database } from '../store/database.ts';

/** The groups of a study, by id. */
export async function groupsOf(db: Pick<Transaction<Database>, 'selectFrom'>, studyId: string): Promise<Group[]> {
  const rows = await db
    .selectFrom('respondent_group')
    .select(['id', 'name', 'plan'])
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, plan: JSON.parse(row.plan) as FormPlan }));
}
