import {
  type GroupTable,
  type possibleRange,
  type Scale,
  type SuppressionReason,
  suppressTable,
} from '@peerscale/core';
import { groupBy } from '../group-by.ts';
import { mergeScored, type PeopleByScore, type ScoredPeople } from '../tally/cell-tally.ts';
import type { TalliedCell } from '../tally/read-cells.ts';
import { roundTo, spreadStep } from './rounding.ts';
import { momentsOfPeople, sumOf } from './scale-people.ts';
import type { TeamDimension } from './team-dimension.ts';
import { address, type ByAddress, type Released, type TableFigures } from './wave-release.ts';

/** Who is asked in a wave. */
export interface AskedCells {
  readonly teams: TeamDimension;
  isAsked(team: string, group: string): boolean;
}

/** The scales of an instrument that the same groups were asked. */
export interface ScaleSet {
  readonly groups: readonly string[];
  readonly scales: readonly Scale[];
}

/** People of a cell whom figures are about. */
export interface CellPeople {
  readonly team: string;
  readonly group: string;
  readonly n: number;
  /** in the order of the set's scales */
  readonly scales: readonly PeopleByScore[];
}

/**
 * Scales by the groups that were asked them, each in one set: there a figure over all groups is about all who were asked.
 */
export function scaleSets(cells: readonly TalliedCell[]): ScaleSet[] {
  const groupsOf = new Map<Scale, Set<string>>();
  const byId = new Map<string, Scale>();
  for (const { group, asked } of cells) {
    for (const scale of asked.scales) {
      const first = byId.get(scale.id) ?? scale;
      byId.set(scale.id, first);
      groupsOf.set(first, (groupsOf.get(first) ?? new Set()).add(group));
    }
  }
  const sets = groupBy(groupsOf, ([, groups]) => [...groups].sort().join('\n'));
  return Array.from(sets, ([groups, own]) => ({ groups: groups.split('\n'), scales: own.map(([scale]) => scale) }));
}

/**
 * Whom the figures of an instrument are about: people with every score. Where a few of them left an item out, these few are
 * not in any figure: beside item figures, which are about people with every answer, they would follow by subtraction.
 *
 * @returns what to take from a cell
 */
export function peopleOf(cells: readonly TalliedCell[], minimum: number): (cell: TalliedCell) => ScoredPeople {
  const proratedOf = new Map<string, number>();
  for (const { group, tally } of cells) proratedOf.set(group, (proratedOf.get(group) ?? 0) + tally.prorated.n);
  const hasFew = [...proratedOf.values()].some((n) => n > 0 && n < minimum);
  return ({ tally }) => (hasFew ? tally.complete : mergeScored(tally.complete, tally.prorated));
}

/** The people of a set of scales, a cell each. */
export function cellsOfSet(
  cells: readonly TalliedCell[],
  { groups, scales }: ScaleSet,
  people: (cell: TalliedCell) => ScoredPeople,
): CellPeople[] {
  return cells.flatMap((cell) => {
    if (!groups.includes(cell.group)) return [];
    const own = people(cell);
    const places = scales.map(({ id }) => cell.asked.scales.findIndex((scale) => scale.id === id));
    return [{ team: cell.team, group: cell.group, n: own.n, scales: places.map((place) => own.scales[place]!) }];
  });
}

/** Means of all teams, groups and settings out of one table, after disclosure control, with rounded standard deviations. */
export function releaseMeans(
  cells: readonly CellPeople[],
  { groups, scales }: ScaleSet,
  ranges: readonly ReturnType<typeof possibleRange>[],
  asked: AskedCells,
  minimumGroupSize: number,
): ByAddress<TableFigures> {
  const table: GroupTable = {
    ...frameOf(groups, asked),
    cells: cellsOfTable(
      groups,
      asked,
      cells.map((cell) => ({ ...cell, count: cell.n, sums: cell.scales.map(sumOf) })),
    ),
    scores: scales.map(({ id }, s) => ({ name: id, ...ranges[s]! })),
  };
  const spreads = spreadsOf(cells, groups, ranges, table);
  return figuresByAddress(table, minimumGroupSize, (at, count, means): TableFigures => {
    const sds = ranges.map((range, s) => {
      const [sum, squares] = spreads[s]!.get(at) ?? [0, 0];
      const variance = (squares - (sum * sum) / count) / (count - 1);
      return count < 2 ? null : roundTo(Math.sqrt(Math.max(0, variance)), spreadStep(range));
    });
    return [count, means, sds];
  });
}

/** The dimensions of a table: teams, and groups where there are several. */
export function frameOf(groups: readonly string[], { teams }: AskedCells): Pick<GroupTable, 'dimensions'> {
  const ofGroups = { name: 'group', categories: groups.map((id) => ({ id })) };
  return { dimensions: [teams.dimension, ...(groups.length > 1 ? [ofGroups] : [])] };
}

/** The cells of such a table: those of nobody, and those that nobody could be in. */
export function cellsOfTable(
  groups: readonly string[],
  { teams, isAsked }: AskedCells,
  counted: readonly {
    readonly team: string;
    readonly group: string;
    readonly count: number;
    readonly sums: readonly number[];
  }[],
): GroupTable['cells'] {
  const byCell = new Map(counted.map((cell) => [`${cell.team}|${cell.group}`, cell] as const));
  const sumsOfNobody = counted[0]?.sums.map(() => 0) ?? [];
  return [...teams.leafOf].flatMap(([team, leaf]) =>
    groups.map((group) => {
      const cell = byCell.get(`${team}|${group}`);
      const at = groups.length > 1 ? [leaf, group] : [leaf];
      if (cell !== undefined) return { at, count: cell.count, sums: cell.sums };
      return { at, count: isAsked(team, group) ? 0 : null, sums: sumsOfNobody };
    }),
  );
}

/** The figures of a table by address; with one group its figures stand under both the group and all of them. */
export function figuresByAddress<T>(
  table: GroupTable,
  minimumGroupSize: number,
  figure: (at: string, count: number, means: readonly number[]) => T,
): ByAddress<T> {
  const found: Record<string, Released<T>> = {};
  for (const { at, status, count, means, reason } of suppressTable(table, { minimumGroupSize }).figures) {
    const [team = null, group = null] = at;
    const key = address(team, group);
    if (status === 'no-data') found[key] = 0;
    else if (status === 'suppressed') found[key] = reason as SuppressionReason;
    else found[key] = { is: figure(key, count!, means as readonly number[]) };
  }
  return found;
}

/** Sums of deviations from the middle of the range, and of their squares, of every address. */
function spreadsOf(
  cells: readonly CellPeople[],
  groups: readonly string[],
  ranges: readonly ReturnType<typeof possibleRange>[],
  { dimensions }: GroupTable,
): ReadonlyMap<string, readonly [number, number]>[] {
  const parentOf = new Map(dimensions[0]!.categories.map(({ id, parent }) => [id, parent ?? null] as const));
  const leaves = new Map(cells.map(({ team }) => [team, parentOf.has(`${team}/own`) ? `${team}/own` : team] as const));
  return ranges.map(({ minimum, maximum }, s) => {
    const middle = (minimum + maximum) / 2;
    const all = new Map<string, [number, number]>();
    for (const { team, group, scales } of cells) {
      const { n, means, comoments } = momentsOfPeople(scales[s]!);
      if (n === 0) continue;
      const sum = n * (means[0]! - middle);
      const squares = comoments[0]! + n * (means[0]! - middle) ** 2;
      for (let at: string | null = leaves.get(team)!; ; at = parentOf.get(at) ?? null) {
        for (const of of groups.length > 1 ? [group, null] : [null]) {
          const known = all.get(address(at, of)) ?? [0, 0];
          all.set(address(at, of), [known[0] + sum, known[1] + squares]);
        }
        if (at === null) break;
      }
    }
    return all;
  });
}
