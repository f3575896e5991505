import {
  fetchGroups,
  fetchStudy,
  fetchTeams,
  fetchWaves,
  type Group,
  type Study,
  type Team,
  type Wave,
} from '../api/studies.ts';
import type { Reach } from '../session/use-session.ts';
import type { Step } from './steps.ts';

/** A study with all that its pages show. Groups and teams are there for those who reach them. */
export interface StudyData {
  readonly study: Study;
  readonly teams: readonly Team[];
  readonly groups: readonly Group[];
  readonly waves: readonly Wave[];
}

export async function fetchStudyData(id: string, reach: Reach, signal: AbortSignal): Promise<StudyData> {
  const [study, teams, groups, waves] = await Promise.all([
    fetchStudy(id, signal),
    reach.teams === 'none' ? [] : fetchTeams(id, signal),
    reach.makes ? fetchGroups(id, signal) : [],
    fetchWaves(id, signal),
  ]);
  return { study, teams, groups, waves };
}

/** The steps that somebody has been to and in which nothing is missing; of a study that has opened all such steps. */
export function stepsDone({ study, teams, groups, waves }: StudyData, visited: ReadonlySet<Step>): ReadonlySet<Step> {
  const complete: readonly Step[] = [
    'what',
    'protection',
    ...(teams.length > 0 ? (['teams'] as const) : []),
    ...(groups.length > 0 ? (['groups'] as const) : []),
    ...(waves.length > 0 ? (['waves'] as const) : []),
  ];
  return new Set(complete.filter((step) => study.state !== 'draft' || step === 'what' || visited.has(step)));
}
