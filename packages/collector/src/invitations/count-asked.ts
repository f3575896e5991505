import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';

/** Takes as many as links were made for people as those who are asked, where nobody has written down how many that is. */
export async function countAsked(
  trx: Transaction<Database>,
  waveId: string,
  cells: readonly { readonly team: string; readonly group: string; readonly count: number }[],
): Promise<void> {
  const counts = new Map<string, (typeof cells)[number]>();
  for (const cell of cells) {
    const key = `${cell.team} ${cell.group}`;
    counts.set(key, { ...cell, count: cell.count + (counts.get(key)?.count ?? 0) });
  }
  for (const { team, group, count } of counts.values()) {
    await trx
      .updateTable('wave_cell')
      .set({ expected: count })
      .where('wave_id', '=', waveId)
      .where('team_id', '=', team)
      .where('group_id', '=', group)
      .where('expected', 'is', null)
      .execute();
  }
}
