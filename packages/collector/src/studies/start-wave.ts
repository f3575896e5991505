import type { Selectable, Transaction } from 'kysely';
import type { Catalogue } from '../catalogue.ts';
import { countAsked } from '../invitations/count-asked.ts';
import type { FrozenWave } from '../model/frozen-wave.ts';
import { errorsRefusal, Refusal } from '../refusal.ts';
import type { Database, WaveRow } from '../store/database.ts';
import { groupsOf } from './groups-of.ts';
import { readinessErrors } from './readiness.ts';
import type { StudyRecord } from './study-room.ts';
import { studyView } from './study-view.ts';
import { teamsOf } from './write-teams.ts';

const ROWS = 1000;

/**
 * Starts a planned wave: freezes teams with name, setting and place, groups with their plans, and who is asked, so that
 * nobody's answers move to another team when the teams change.
 *
 * @param day the first day, on which answers are taken at once
 * @throws Refusal where the study is not open, the wave not planned, or something is missing
 */
export async function startWave(
  trx: Transaction<Database>,
  study: StudyRecord,
  wave: Selectable<WaveRow>,
  catalogue: Catalogue,
  day: string,
): Promise<void> {
  if (study.state !== 'open') throw new Refusal('study-state', { detail: 'Open the study first.' });
  if (wave.state !== 'planned') throw new Refusal('wave-state', { detail: `The wave is ${wave.state} already.` });
  if (wave.closes_on < day) throw new Refusal('wave-state', { detail: `Its last day, ${wave.closes_on}, has passed.` });
  const teams = await teamsOf(trx, study.id);
  const groups = await groupsOf(trx, study.id);
  const missing = readinessErrors(studyView(study), teams, groups, catalogue);
  if (missing.length > 0) throw errorsRefusal(missing, 'study-not-ready');
  const planned = await trx
    .selectFrom('wave_cell')
    .select('team_id')
    .where('wave_id', '=', wave.id)
    .limit(1)
    .executeTakeFirst();
  if (planned === undefined) {
    const cells = teams.flatMap((team) =>
      groups.map((group) => ({ wave_id: wave.id, team_id: team.id, group_id: group.id, expected: null })),
    );
    for (let from = 0; from < cells.length; from += ROWS) {
      await trx
        .insertInto('wave_cell')
        .values(cells.slice(from, from + ROWS))
        .execute();
    }
    // links that were made before there were cells to count in
    await countAsked(trx, wave.id, await tokenCounts(trx, wave.id));
  }
  const frozen: FrozenWave = { startedOn: day, teams, groups };
  await trx
    .updateTable('wave')
    .set({ state: 'open', frozen: JSON.stringify(frozen), opens_on: day < wave.opens_on ? day : wave.opens_on })
    .where('id', '=', wave.id)
    .execute();
}

async function tokenCounts(trx: Transaction<Database>, waveId: string) {
  const rows = await trx
    .selectFrom('token')
    .select(({ fn }) => ['team_id as team', 'group_id as group', fn.countAll().as('count')])
    .where('wave_id', '=', waveId)
    .groupBy(['team_id', 'group_id'])
    .execute();
  return rows.map(({ team, group, count }) => ({ team, group, count: Number(count) }));
}
