import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';

/**
 * Whether a wave that is still to start has links to a team or a group; if it has none, the team or group is taken off
 * the list of those who will be asked, so that it can go.
 */
export async function isInvited(
  trx: Transaction<Database>,
  studyId: string,
  which: { readonly team_id: string } | { readonly group_id: string },
): Promise<boolean> {
  const [column, id] = Object.entries(which)[0] as ['team_id' | 'group_id', string];
  const planned = trx.selectFrom('wave').select('id').where('study_id', '=', studyId).where('state', '=', 'planned');
  for (const table of ['link', 'token'] as const) {
    const found = await trx
      .selectFrom(table)
      .select('digest')
      .where(column, '=', id)
      .where('wave_id', 'in', planned)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  await trx.deleteFrom('wave_cell').where(column, '=', id).where('wave_id', 'in', planned).execute();
  return false;
}
