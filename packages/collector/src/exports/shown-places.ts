import type { Instrument } from '@peerscale/core';
import { address, type ReleasedTable, type WaveRelease } from '../results/release/wave-release.ts';

/** Whom the figures are about that readers of results see: numbers of people, undefined where there is no figure. */
export interface ShownPlaces {
  cell(team: string, group: string): number | undefined;
  team(team: string): number | undefined;
  group(group: string): number | undefined;
  readonly whole: number | undefined;
}

/**
 * What results show of the people who were asked the same items of an instrument.
 *
 * @param groups those that were asked these items
 * @returns undefined where results show nothing of the instrument to anybody
 */
export function shownPlaces(
  release: WaveRelease,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  groups: readonly string[],
): ShownPlaces | undefined {
  const released = release.instruments.find((one) => one.id === id && one.version === version);
  const tables = released?.tables.filter((table) => table.groups.some((group) => groups.includes(group))) ?? [];
  if (tables.length === 0) return undefined;
  const areSame = tables.every(
    (table) => table.groups.length === groups.length && table.groups.every((group) => groups.includes(group)),
  );
  const ofGroup = (group: string) => tables.filter((table) => table.groups.includes(group));
  const groupTotal = (group: string) => inAll(ofGroup(group), (table) => people(table, null, group));
  return {
    cell: (team, group) => inAll(ofGroup(group), (table) => people(table, team, group)),
    team: (team) => (areSame ? inAll(tables, (table) => people(table, team, null)) : undefined),
    group: groupTotal,
    whole: areSame ? inAll(tables, (table) => people(table, null, null)) : sum(groups.map(groupTotal)),
  };
}

function people({ groups, figures }: ReleasedTable, team: string | null, group: string | null): number | undefined {
  // a table of one group has no groups; of a team with others below it the own people are a part
  const place = groups.length > 1 ? group : null;
  const own = `${team}/own`;
  const figure = figures[address(team !== null && address(own, null) in figures ? own : team, place)];
  return typeof figure === 'object' && 'is' in figure ? figure.is[0] : undefined;
}

/** Shown in all of the tables, which are about the same people. */
function inAll(tables: readonly ReleasedTable[], of: (table: ReleasedTable) => number | undefined): number | undefined {
  const numbers = new Set(tables.map(of));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

const sum = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.includes(undefined) ? undefined : (numbers as number[]).reduce((all, one) => all + one, 0);
