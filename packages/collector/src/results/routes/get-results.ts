import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import type { ProblemError } from '../../problem.ts';
import { errorsRefusal, Refusal } from '../../refusal.ts';
import { readQuery } from '../../request/read-query.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { readRelease, storedRelease } from '../release/read-release.ts';
import type { WaveRelease } from '../release/wave-release.ts';
import type { ItemResults, Participation, StudyResults, TeamReport } from '../results-types.ts';
import { itemResults, qualityResults } from '../view/item-results.ts';
import { shownOf } from '../view/mean-figure.ts';
import { askedCells, askedPeople, liveCounts, liveParticipation, participationOf } from '../view/participation-of.ts';
import { itemsQuerySchema, type ResultsQuery, resultsQuerySchema, waveQuerySchema } from '../view/results-query.ts';
import { type Choice, instrumentResults, settingsOf } from '../view/study-results.ts';
import {
  chosenClosedWave,
  chosenWave,
  frozenWave,
  type StartedWave,
  type StudyWaves,
  studySummary,
  studyWaves,
  waveSummary,
} from '../view/study-waves.ts';
import { teamScales } from '../view/team-report.ts';
import { jsonByTag } from './answer-once.ts';
import { readerOf } from './reader.ts';

/** GET /studies/:study/results?wave=&team=&group=&setting= : figures of a wave, filtered by the address. */
export function getResults(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results'> {
  const { store, catalogue } = room;
  return async (c) => {
    const query = readQuery(c, resultsQuerySchema);
    const reader = readerOf(c);
    if (query.team !== undefined && !reader.mayKnow(query.team)) throw new Refusal('forbidden');
    const all = await studyWaves(store, c.req.param('study'));
    const { study, waves } = all;
    const wave = chosenWave(waves, query.wave);
    const choice = wave === undefined ? NO_CHOICE : choiceOf(query, wave);
    const participation = wave === undefined ? null : await participationFor(room, wave, study, reader);
    // of an open wave the tag changes with what is shown, not with every answer
    const made = [reader.reach, query, participation, await fingerprintOf(room, all)];
    return jsonByTag(c, made, async (): Promise<StudyResults> => {
      const releases = await releasesOf(room, all);
      const frozen = wave === undefined ? { teams: [], groups: [] } : frozenWave(wave);
      return {
        schema: 'peerscale/study-results@1',
        study: studySummary(study),
        reach: reader.reach,
        waves: waves.map(waveSummary),
        wave: wave?.number ?? null,
        filter: choice,
        teams: frozen.teams.filter(({ id }) => reader.mayKnow(id)),
        groups: frozen.groups.map(({ id, name }) => ({ id, name })),
        settings: settingsOf(frozen.teams),
        participation,
        instruments:
          wave?.state !== 'closed' ? [] : instrumentResults({ catalogue, wave, waves, releases, choice, ...reader }),
      };
    });
  };
}

/** GET /studies/:study/results/items?instrument=&wave=&group= */
export function getItems(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/items'> {
  return async (c) => {
    const { instrument: wanted, wave: number, group = null } = readQuery(c, itemsQuerySchema);
    const { tellsReasons } = readerOf(c);
    const all = await studyWaves(room.store, c.req.param('study'));
    const wave = chosenClosedWave(all.waves, number);
    if (group !== null && wave !== undefined) checkGroup(group, wave);
    const [id = '', version] = wanted.split('@');
    return jsonByTag(c, [tellsReasons, wanted, wave?.id, group, await fingerprintOf(room, all)], async () => {
      const none: ItemResults = { schema: 'peerscale/item-results@1', instrument: id, items: [] };
      if (wave === undefined) return none;
      const release = await readRelease(room, wave, all.study.minimum_group_size);
      const released = release.instruments.find((one) => one.id === id && (version ?? one.version) === one.version);
      const instrument = released && room.catalogue.findInstrument(released.id, released.version);
      return instrument === undefined ? none : itemResults(instrument, released!, group, tellsReasons);
    });
  };
}

/** GET /studies/:study/results/quality?wave= */
export function getQuality(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/quality'> {
  return async (c) => {
    const { wave: number } = readQuery(c, waveQuerySchema);
    const { tellsReasons } = readerOf(c);
    const all = await studyWaves(room.store, c.req.param('study'));
    const wave = chosenClosedWave(all.waves, number);
    return jsonByTag(c, [tellsReasons, wave?.id, await fingerprintOf(room, all)], async () =>
      qualityResults(
        wave === undefined ? [] : (await readRelease(room, wave, all.study.minimum_group_size)).instruments,
        tellsReasons,
      ),
    );
  };
}

/** GET /studies/:study/teams/:team/report?wave= : two pages for the meeting of a team. */
export function getTeamReport(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team/report'> {
  const { store, catalogue } = room;
  return async (c) => {
    const { wave: number } = readQuery(c, waveQuerySchema);
    const { tellsReasons } = readerOf(c);
    const all = await studyWaves(store, c.req.param('study'));
    const wave = chosenClosedWave(all.waves, number);
    if (wave === undefined) throw noClosedWave(await isTeam(room, all, c.req.param('team')));
    const team = frozenWave(wave).teams.find(({ id }) => id === c.req.param('team'));
    if (team === undefined) throw new Refusal('not-found');
    return jsonByTag(c, [tellsReasons, wave.id, await fingerprintOf(room, all)], async (): Promise<TeamReport> => {
      const minimum = all.study.minimum_group_size;
      const release = await readRelease(room, wave, minimum);
      const earlier = all.waves.findLast((one) => one.state === 'closed' && one.number < wave.number);
      const before =
        earlier === undefined ? null : { wave: earlier, release: await readRelease(room, earlier, minimum) };
      const asked = await askedPeople(store, wave.id);
      const own = participationOf(wave, asked, release.participation, (id) => id === team.id, tellsReasons);
      const { expected, responses } = own.teams[0] ?? { expected: null, responses: shownOf(0, tellsReasons) };
      return {
        schema: 'peerscale/team-report@1',
        study: studySummary(all.study),
        team: { id: team.id, name: team.name },
        wave: waveSummary(wave),
        participation: { expected, responses: responses as TeamReport['participation']['responses'] },
        ...teamScales({ catalogue, team: team.id, wave, release, before, tellsReasons }),
      };
    });
  };
}

/** Who took part, as the reader may see it. */
async function participationFor(
  room: StudyRoom,
  wave: StartedWave,
  { minimum_group_size: minimum }: StudyWaves['study'],
  { mayKnow, tellsReasons }: ReturnType<typeof readerOf>,
): Promise<Participation> {
  const released =
    wave.state === 'closed'
      ? (await readRelease(room, wave, minimum)).participation
      : liveParticipation(wave, await askedCells(room.store, wave.id), await liveCounts(room.store, wave), minimum);
  return participationOf(wave, await askedPeople(room.store, wave.id), released, mayKnow, tellsReasons);
}

const NO_CHOICE: Choice = { team: null, group: null, setting: null };

/** @throws Refusal for what the wave does not have */
function choiceOf({ team, group, setting }: ResultsQuery, wave: StartedWave): Choice {
  const { teams } = frozenWave(wave);
  const errors: ProblemError[] = [];
  const add = (field: string, message: string) => errors.push(queryError(field, message));
  if (team !== undefined && !teams.some(({ id }) => id === team)) add('team', 'is no team of the wave');
  if (setting !== undefined && !settingsOf(teams).includes(setting)) add('setting', 'is no setting of the wave');
  if (team !== undefined && setting !== undefined) add('setting', 'cannot be asked for beside a team');
  if (errors.length > 0) throw errorsRefusal(errors);
  if (group !== undefined) checkGroup(group, wave);
  return { team: team ?? null, group: group ?? null, setting: setting ?? null };
}

function checkGroup(group: string, wave: StartedWave): void {
  if (frozenWave(wave).groups.some(({ id }) => id === group)) return;
  throw errorsRefusal([queryError('group', 'is no group of the wave')]);
}

const queryError = (field: string, message: string): ProblemError => ({
  path: `query.${field}`,
  code: 'invalid-value',
  message,
});

async function isTeam({ store }: StudyRoom, { study }: StudyWaves, team: string): Promise<boolean> {
  if (!/^[a-z0-9-]{1,64}$/.test(team)) return false;
  const found = await store.db
    .selectFrom('team')
    .select('id')
    .where('study_id', '=', study.id)
    .where('id', '=', team)
    .executeTakeFirst();
  return found !== undefined;
}

const noClosedWave = (isOfStudy: boolean): Refusal =>
  isOfStudy ? new Refusal('wave-state', { detail: 'No wave has been closed yet.' }) : new Refusal('not-found');

/** What follows from nothing but this: the study as it is told of, its waves, and what was released of them. */
async function fingerprintOf(room: StudyRoom, { study, waves }: StudyWaves): Promise<unknown> {
  const { db } = room.store;
  const known = await db
    .selectFrom('report_release')
    .select(['id', 'fingerprint'])
    .where('study_id', '=', study.id)
    .execute();
  const byId = new Map(known.map(({ id, fingerprint }) => [id, fingerprint]));
  const released: string[] = [];
  for (const wave of waves) {
    if (wave.state !== 'closed') continue;
    released.push(
      byId.get(`${wave.id}/results`) ?? (await storedRelease(room, wave, study.minimum_group_size)).fingerprint,
    );
  }
  return [studySummary(study), waves.map(waveSummary), released];
}

async function releasesOf(
  room: StudyRoom,
  { study, waves }: StudyWaves,
): Promise<ReadonlyMap<StartedWave, WaveRelease>> {
  const releases = new Map<StartedWave, WaveRelease>();
  for (const wave of waves) {
    if (wave.state === 'closed') releases.set(wave, await readRelease(room, wave, study.minimum_group_size));
  }
  return releases;
}
