import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { fieldRefusal } from '../../refusal.ts';
import { readQuery } from '../../request/read-query.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { tooFew, type WavePair } from '../reports/change-between.ts';
import { keptChange, keptReport, wavePairOf } from '../reports/kept-reports.ts';
import { driversQuerySchema, twoWavesQuerySchema } from '../view/results-query.ts';
import { chosenClosedWave, studyWaves } from '../view/study-waves.ts';
import { storedJson } from './answer-once.ts';

/** GET /studies/:study/results/change?from=&to= : of everybody, linked people apart; made once and kept. */
export function getChange(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/change'> {
  return async (c) => {
    const pair = await wavePair(room, c.req.param('study'), readQuery(c, twoWavesQuerySchema));
    return storedJson(c, await keptChange(room, pair));
  };
}

/** GET /studies/:study/results/linkage?from=&to= : how well people of a wave were found again in the next one. */
export function getLinkage(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/linkage'> {
  return async (c) => {
    const pair = await wavePair(room, c.req.param('study'), readQuery(c, twoWavesQuerySchema));
    const id = `${pair.first.id}/linkage/${pair.second.id}`;
    return storedJson(c, await keptReport(room, id, [pair.first, pair.second], { do: 'linkage', pair }));
  };
}

/** GET /studies/:study/results/drivers?outcome=&wave=&group= : what goes with an outcome. */
export function getDrivers(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/drivers'> {
  return async (c) => {
    const { outcome, wave: number, group } = readQuery(c, driversQuerySchema);
    const { study, waves } = await studyWaves(room.store, c.req.param('study'));
    const wave = chosenClosedWave(waves, number);
    if (wave === undefined) throw tooFew();
    const id = `${wave.id}/drivers/${outcome}${group === undefined ? '' : `/${group}`}`;
    const input = { wave, outcome, group, minimum: study.minimum_group_size };
    return storedJson(c, await keptReport(room, id, [wave], { do: 'drivers', input }));
  };
}

async function wavePair(
  room: StudyRoom,
  studyId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<WavePair> {
  const { study, waves } = await studyWaves(room.store, studyId);
  if (from >= to) throw fieldRefusal(['to'], 'is not after from');
  return wavePairOf(study, chosenClosedWave(waves, from)!, chosenClosedWave(waves, to)!);
}
