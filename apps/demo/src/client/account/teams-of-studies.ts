import { fetchOwnStudies, fetchTeams, type Study, type Team } from '../api/studies.ts';

/** A study with those of its teams that no study before it has. */
export interface TeamsOfStudy {
  readonly study: Study;
  readonly teams: readonly Team[];
}

/** The teams that a lead can have, each once: one that several studies have stands with the first of them. */
export async function fetchTeamsOfStudies(signal: AbortSignal): Promise<readonly TeamsOfStudy[]> {
  const studies = await fetchOwnStudies(signal);
  const all = await Promise.all(studies.map(async (study) => ({ study, teams: await fetchTeams(study.id, signal) })));
  return eachOnce(all);
}

export function eachOnce(all: readonly TeamsOfStudy[]): readonly TeamsOfStudy[] {
  const seen = new Set<string>();
  return all.flatMap(({ study, teams }) => {
    const own = teams.filter(({ id }) => !seen.has(id));
    for (const { id } of own) seen.add(id);
    return own.length === 0 ? [] : [{ study, teams: own }];
  });
}
