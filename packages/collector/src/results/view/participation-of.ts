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

/** How many people were asked; null where a cell does not say. */
export interface AskedPeople {
  readonly byTeam: ReadonlyMap<string, number | null>;
  readonly byGroup: ReadonlyMap<string, number | null>;
}

/** The same people, added up by the database. */
export async function askedPeople({ db }: Store, waveId: string): Promise<AskedPeople> {
  const by = async (column: 'team_id' | 'group_id') => {
    const rows = await db
      .selectFrom('wave_cell')
      .select(({ fn, ref }) => [
        ref(column).as('id'),
        fn.sum<number | string>('expected').as('expected'),
        fn.countAll<number | string>().as('cells'),
        fn.count<number | string>('expected').as('told'),
      ])
      .where('wave_id', '=', waveId)
      .groupBy(column)
      .execute();
    return new Map(
      rows.map(({ id, expected, cells, told }) => [id, Number(told) < Number(cells) ? null : Number(expected)]),
    );
  };
  return { byTeam: await by('team_id'), byGroup: await by('group_id') };
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
  { byTeam, byGroup }: AskedPeople,
  released: WaveRelease['participation'],
  mayKnow: (team: string) => boolean,
  tellsReasons: boolean,
): Participation {
  const { teams, groups } = frozenWave(wave);
  const below = new Map<string, string[]>();
  for (const { id, parent } of teams) if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), id]);
  const within = (team: string): string[] => [team, ...(below.get(team) ?? []).flatMap(within)];
  return {
    expected: together([...byTeam.values()]),
    responses: shownOf(released[address(null, null)], tellsReasons),
    teams: teams
      .filter(({ id }) => mayKnow(id))
      .map(({ id, name }) => {
        const responses = shownOf(released[address(id, null)], tellsReasons);
        return {
          id,
          name,
          expected: together(within(id).flatMap((team) => byTeam.get(team) ?? (byTeam.has(team) ? [null] : []))),
          responses,
        };
      }),
    groups: groups
      .filter(({ id }) => byGroup.has(id))
      .map(({ id, name }) => ({
        id,
        name,
        expected: byGroup.get(id)!,
        responses: shownOf(released[address(null, groups.length > 1 ? id : null)], tellsReasons),
      })),
  };
}

/** Null where one of them is not told, or there are none. */
const together = (numbers: readonly (number | null)[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
