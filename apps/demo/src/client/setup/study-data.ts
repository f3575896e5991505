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

/** The steps in which nothing is missing. */
export function stepsDone({ teams, groups, waves }: StudyData): ReadonlySet<Step> {
  const done = new Set<Step>(['what', 'protection']);
  if (teams.length > 0) done.add('teams');
  if (groups.length > 0) done.add('groups');
  if (waves.length > 0) done.add('waves');
  return done;
}
