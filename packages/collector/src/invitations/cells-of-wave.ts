import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';
import type { WaveRecord } from '../studies/wave-of.ts';

/** The teams and groups that a wave asks or, where that is not fixed yet, would ask. */
export interface CellsOfWave {
  hasTeam(team: string): boolean;
  hasGroup(group: string): boolean;
  has(team: string, group: string): boolean;
}

export async function cellsOfWave(
  db: Pick<Transaction<Database>, 'selectFrom'>,
  wave: WaveRecord,
): Promise<CellsOfWave> {
  const cells = await db
    .selectFrom('wave_cell')
    .select(['team_id', 'group_id'])
    .where('wave_id', '=', wave.id)
    .execute();
  if (cells.length > 0) {
    const teams = new Set(cells.map(({ team_id }) => team_id));
    const groups = new Set(cells.map(({ group_id }) => group_id));
    const both = new Set(cells.map(({ team_id, group_id }) => `${team_id} ${group_id}`));
    return {
      hasTeam: (team) => teams.has(team),
      hasGroup: (group) => groups.has(group),
      has: (team, group) => both.has(`${team} ${group}`),
    };
  }
  const ids = async (table: 'team' | 'respondent_group') =>
    new Set(
      (await db.selectFrom(table).select('id').where('study_id', '=', wave.study_id).execute()).map(({ id }) => id),
    );
  const [teams, groups] = [await ids('team'), await ids('respondent_group')];
  return {
    hasTeam: (team) => teams.has(team),
    hasGroup: (group) => groups.has(group),
    has: (team, group) => teams.has(team) && groups.has(group),
  };
}
