import type { Participation } from '../../results/results-types.ts';
import {
  askedCells,
  askedPeople,
  liveCounts,
  liveParticipation,
  participationOf,
} from '../../results/view/participation-of.ts';
import type { StartedWave } from '../../results/view/study-waves.ts';
import type { Store } from '../../store/store.ts';
import type { StaffAccount } from './staff-room.ts';

/**
 * How many have answered in an open wave, as the page of results shows it to each account: of the teams a lead sees the own
 * one alone, and no reason why a number is not shown.
 */
export async function answeredSoFar(
  store: Store,
  wave: StartedWave,
  minimumGroupSize: number,
): Promise<(account: Pick<StaffAccount, 'role' | 'team_id'>) => Participation> {
  const cells = await askedCells(store, wave.id);
  const released = liveParticipation(wave, cells, await liveCounts(store, wave), minimumGroupSize);
  const asked = await askedPeople(store, wave.id);
  return ({ role, team_id: own }) => {
    const isLead = role === 'lead';
    return participationOf(wave, asked, released, (team) => isLead && team === own, !isLead);
  };
}
