import { DEEPEST_TEAM, type Team } from '../model/team.ts';

export interface HierarchyIssue {
  readonly team: string;
  readonly code: 'unknown-parent' | 'cycle' | 'too-deep';
  readonly message: string;
}

/**
 * What keeps teams from being a tree, or several: a parent that is not there, a circle, or more levels than a report can
 * show. Every team at fault once.
 */
export function hierarchyIssues(teams: readonly Pick<Team, 'id' | 'parent'>[]): HierarchyIssue[] {
  const parentOf = new Map(teams.map(({ id, parent }) => [id, parent]));
  const depths = new Map<string, number>();
  const issues: HierarchyIssue[] = [];
  const bad = (team: string, code: HierarchyIssue['code'], message: string) => {
    issues.push({ team, code, message });
    depths.set(team, Number.NaN);
  };
  for (const { id: start } of teams) {
    const way: string[] = [];
    let id: string | null = start;
    while (id !== null && !depths.has(id) && !way.includes(id)) {
      way.push(id);
      const parent: string | null | undefined = parentOf.get(id);
      if (parent !== null && parent !== undefined && !parentOf.has(parent)) {
        bad(id, 'unknown-parent', `"${parent}" is no team of the study`);
        way.pop();
        break;
      }
      id = parent ?? null;
    }
    if (id !== null && way.includes(id)) {
      const circle = way.splice(way.indexOf(id));
      for (const one of circle) bad(one, 'cycle', `is below itself: ${[...circle, circle[0]].join(' < ')}`);
    }
    // what hangs below a fault has a depth of NaN, which is above nothing: it is at fault no second time
    let depth = id === null ? 0 : (depths.get(id) ?? 0);
    for (const one of way.reverse()) {
      depth += 1;
      if (depth > DEEPEST_TEAM) bad(one, 'too-deep', `is more than ${DEEPEST_TEAM} levels deep`);
      else depths.set(one, depth);
    }
  }
  return issues;
}
