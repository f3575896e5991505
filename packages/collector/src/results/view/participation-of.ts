import { sql } from 'kysely';
import type { Store } from '../../store/store.ts';
import { releaseParticipation, whoIsAsked } from '../release/make-release.ts';
import { address, type WaveRelease } from '../release/wave-release.ts';
import type { Participation } from '../results-types.ts';
import { shownOf } from './mean-figure.ts';
import { frozenWave, type StartedWave } from './study-waves.ts';

export interface AskedCell {
  readonly team: string;
  readonly group: string;
  readonly expected: number | null;
}

/** Who was asked in a wave. */
export async function askedCells({ db }: Store, waveId: string): Promise<AskedCell[]> {
  return db
    .selectFrom('wave_cell')
    .select(['team_id as team', 'group_id as group', 'expected'])
    .where('wave_id', '=', waveId)
    .orderBy('team_id')
    .orderBy('group_id')
    .execute();
}

/** How many have answered in each cell of a wave so far: as many as to the instrument that most answered. */
export async function liveCounts(
  { db }: Store,
  wave: StartedWave,
): Promise<{ readonly team: string; readonly group: string; readonly count: number }[]> {
  const { rows } = await sql<{ team: string; group: string; count: number | string }>`
    select team_id as "team", group_id as "group", max(people) as "count" from (
      select team_id, group_id, instrument, count(*) as people from response
      where study_id = ${wave.study_id} and wave_id = ${wave.id}
      group by team_id, group_id, instrument
    ) by_instrument
    where team_id is not null and group_id is not null
    group by team_id, group_id order by team_id, group_id`.execute(db);
  return rows.map(({ team, group, count }) => ({ team, group, count: Number(count) }));
}

/** Response rates of an open wave, after disclosure control. */
export function liveParticipation(
  wave: StartedWave,
  asked: readonly AskedCell[],
  counts: Awaited<ReturnType<typeof liveCounts>>,
  minimumGroupSize: number,
): WaveRelease['participation'] {
  const frozen = frozenWave(wave);
  return releaseParticipation(frozen, whoIsAsked(frozen, [...asked, ...counts]), counts, minimumGroupSize);
}

/** @param mayKnow whether the reader may see that team */
export function participationOf(
  wave: StartedWave,
  asked: readonly AskedCell[],
  released: WaveRelease['participation'],
  mayKnow: (team: string) => boolean,
  tellsReasons: boolean,
): Participation {
  const { teams, groups } = frozenWave(wave);
  const below = new Map<string, string[]>();
  for (const { id, parent } of teams) if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), id]);
  const within = (team: string): string[] => [team, ...(below.get(team) ?? []).flatMap(within)];
  const expectedOf = (is: (cell: AskedCell) => boolean): number | null => {
    const cells = asked.filter(is);
    return cells.length === 0 || cells.some(({ expected }) => expected === null)
      ? null
      : cells.reduce((sum, { expected }) => sum + expected!, 0);
  };
  const asking = new Set(asked.map(({ group }) => group));
  return {
    expected: expectedOf(() => true),
    responses: shownOf(released[address(null, null)], tellsReasons),
    teams: teams
      .filter(({ id }) => mayKnow(id))
      .map(({ id, name }) => {
        const own = new Set(within(id));
        const responses = shownOf(released[address(id, null)], tellsReasons);
        return { id, name, expected: expectedOf(({ team }) => own.has(team)), responses };
      }),
    groups: groups
      .filter(({ id }) => asking.has(id))
      .map(({ id, name }) => ({
        id,
        name,
        expected: expectedOf(({ group }) => group === id),
        responses: shownOf(released[address(null, groups.length > 1 ? id : null)], tellsReasons),
      })),
  };
}
