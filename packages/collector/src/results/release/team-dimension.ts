import type { TableDimension } from '@peerscale/core';
import type { Team } from '../../model/team.ts';
import { settingCategory } from './wave-release.ts';

/** Teams as a dimension of a table, and where the people of each team are in it. */
export interface TeamDimension {
  readonly dimension: TableDimension;
  /** the category without children that a team's own people are in, by team */
  readonly leafOf: ReadonlyMap<string, string>;
}

/**
 * Teams in their hierarchy; where no team is part of another one, in their settings. People who are in a team that has
 * others below it are a part of it beside those.
 *
 * @param asked teams with people of their own
 */
export function teamDimension(teams: readonly Team[], asked: ReadonlySet<string>): TeamDimension {
  const above = new Set(teams.map(({ parent }) => parent));
  const isFlat = teams.every(({ parent }) => parent === null);
  const leafOf = new Map<string, string>();
  const settings = isFlat ? [...new Set(teams.flatMap(({ setting }) => setting ?? []))].sort() : [];
  const categories: { id: string; parent?: string }[] = settings.map((setting) => ({ id: settingCategory(setting) }));
  for (const { id, parent, setting } of teams) {
    const within = parent ?? (isFlat && setting !== null ? settingCategory(setting) : null);
    categories.push({ id, ...(within === null ? {} : { parent: within }) });
    if (!above.has(id)) leafOf.set(id, id);
    else if (asked.has(id)) {
      // no team has an id with a slash
      leafOf.set(id, `${id}/own`);
      categories.push({ id: `${id}/own`, parent: id });
    }
  }
  return { dimension: { name: 'team', categories }, leafOf };
}
