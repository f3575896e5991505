import { possibleRange, shrunkenMeans } from '@peerscale/core';
import type { FrozenWave } from '../../model/frozen-wave.ts';
import { mergeCounts } from '../tally/cell-tally.ts';
import type { CellRow, TalliedCell } from '../tally/read-cells.ts';
import { peopleByTeam, releaseAgreement } from './release-agreement.ts';
import { releaseAlpha } from './release-alpha.ts';
import { releaseDistribution } from './release-distribution.ts';
import { releaseItems } from './release-items.ts';
import { releaseQuality } from './release-quality.ts';
import {
  type AskedCells,
  cellsOfSet,
  cellsOfTable,
  figuresByAddress,
  frameOf,
  peopleOf,
  releaseMeans,
  type ScaleSet,
  scaleSets,
} from './release-tables.ts';
import { releaseThirds } from './release-thirds.ts';
import { COEFFICIENT_STEP, roundTo } from './rounding.ts';
import { scoresOf } from './scale-people.ts';
import { teamDimension } from './team-dimension.ts';
import {
  address,
  type ByAddress,
  type Released,
  type ReleasedInstrument,
  type ReleasedScale,
  type ReleasedTable,
  type TableFigures,
  type WaveRelease,
} from './wave-release.ts';

const LEVEL = 0.95;

export interface ReleaseInput {
  readonly frozen: FrozenWave;
  /** teams and groups that were asked */
  readonly asked: readonly { readonly team: string; readonly group: string }[];
  /** by instrument, `id@version` */
  readonly cells: ReadonlyMap<string, readonly TalliedCell[]>;
  readonly minimumGroupSize: number;
}

/** The same before its tallies are read. */
export interface TalliesOfWave extends Omit<ReleaseInput, 'cells'> {
  readonly rows: readonly CellRow[];
}

/** Decides what of a closed wave may be shown. The same tallies give the same release. */
export function makeRelease({ frozen, asked, cells, minimumGroupSize }: ReleaseInput): WaveRelease {
  const answered = [...cells.values()].flat();
  const who = whoIsAsked(frozen, [...asked, ...answered]);
  const people = new Map<string, { team: string; group: string; count: number }>();
  for (const { team, group, tally } of answered) {
    const count = Math.max(tally.rows, people.get(`${team}|${group}`)?.count ?? 0);
    people.set(`${team}|${group}`, { team, group, count });
  }
  const participation = releaseParticipation(frozen, who, [...people.values()], minimumGroupSize);
  const groups = frozen.groups.map(({ id }) => id);
  return {
    format: 'peerscale/wave-release@1',
    minimum: minimumGroupSize,
    participation,
    instruments: [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => {
        const asking = new Set(own.map(({ group }) => group));
        return releaseInstrument(own, who, minimumGroupSize, mayTellNumber(participation, groups, asking));
      }),
  };
}

/**
 * Whether the number of people of some groups may be told: where it is told how many of them took part. Else a small group
 * would follow from the others by subtraction.
 */
function mayTellNumber(
  participation: WaveRelease['participation'],
  groups: readonly string[],
  of: ReadonlySet<string>,
): boolean {
  const isOfAll = groups.every((group) => of.has(group));
  if (isOfAll) return isFigure(participation[address(null, null)]);
  return [...of].every((group) => isFigure(participation[address(null, group)]));
}

/** Which cells there are. */
export function whoIsAsked(
  { teams }: Pick<FrozenWave, 'teams'>,
  asked: readonly { readonly team: string; readonly group: string }[],
): AskedCells {
  const keys = new Set(asked.map(({ team, group }) => `${team}|${group}`));
  return {
    teams: teamDimension(teams, new Set(asked.map(({ team }) => team))),
    isAsked: (team, group) => keys.has(`${team}|${group}`),
  };
}

/** Numbers of people who answered: of everybody, of teams and of groups, without those by which a small one would follow. */
export function releaseParticipation(
  { groups }: Pick<FrozenWave, 'groups'>,
  who: AskedCells,
  people: readonly { readonly team: string; readonly group: string; readonly count: number }[],
  minimumGroupSize: number,
): WaveRelease['participation'] {
  const ids = groups.map(({ id }) => id);
  const counted = people.map((cell) => ({ ...cell, sums: [] }));
  const table = { ...frameOf(ids, who), cells: cellsOfTable(ids, who, counted) };
  const figures = figuresByAddress(table, minimumGroupSize, (_, count) => count);
  return Object.fromEntries(
    Object.entries(figures).filter(([at]) => at.startsWith('|') || at.endsWith('|')),
  ) as ByAddress<number>;
}

function releaseInstrument(
  cells: readonly TalliedCell[],
  who: AskedCells,
  minimum: number,
  tellsNumber: boolean,
): ReleasedInstrument {
  const { instrument } = cells[0]!.asked;
  const rows = cells.reduce((sum, { tally }) => sum + tally.rows, 0);
  const done = new Set<string>();
  return {
    id: instrument.id,
    version: instrument.version,
    responses: tellsNumber && rows >= minimum ? { is: rows } : { code: 'too-small', minimum },
    tables: scaleSets(cells).map((set) => {
      const table = releaseTable(cells, set, who, minimum, done);
      for (const item of table.items.items) done.add(item);
      return table;
    }),
    quality: releaseQuality(cells, minimum, tellsNumber),
  };
}

function releaseTable(
  cells: readonly TalliedCell[],
  set: ScaleSet,
  who: AskedCells,
  minimum: number,
  done: ReadonlySet<string>,
): ReleasedTable {
  const { instrument } = cells[0]!.asked;
  const own = cells.filter(({ group }) => set.groups.includes(group));
  const people = cellsOfSet(own, set, peopleOf(cells, minimum));
  const ranges = set.scales.map(({ id }) => possibleRange(instrument, id));
  const figures = releaseMeans(people, set, ranges, who, minimum);
  const n = people.reduce((sum, cell) => sum + cell.n, 0);
  const whole = figures[address(null, null)] ?? 0;
  const rest = new Map<string, number | null>();
  const scales = set.scales.map((scale, place): ReleasedScale => {
    const teams = peopleByTeam(people, place);
    // a team's own people, without those of teams below it, are what is made of them here
    const isShown = (team: string) => isFigure(figures[address(who.teams.leafOf.get(team) ?? team, null)]);
    const shown = new Map([...teams].filter(([team]) => isShown(team)));
    const alpha = releaseAlpha(instrument, scale, own, n, minimum);
    // an item of several scales is told about in the first one
    for (const [item, value] of alpha.rest) if (!rest.has(item)) rest.set(item, value);
    // how far these are drawn, and where to, would tell of every team that they rest on: of shown ones alone
    const shrunken = shrunkenMeans(
      Array.from(shown, ([team, by]) => [team, scoresOf(by)] as const),
      LEVEL,
    );
    const everybody = mergeCounts([...teams.values()]);
    return {
      id: scale.id,
      distribution: isFigure(whole) ? releaseDistribution(instrument, scale, everybody, minimum) : withoutFigure(whole),
      alpha: isFigure(whole) ? alpha.alpha : { value: null, interval: null, n: null },
      agreement: isFigure(whole)
        ? releaseAgreement(
            instrument,
            scale,
            shown,
            own.filter(({ team }) => isShown(team)),
          )
        : NO_AGREEMENT,
      shrunken: Object.fromEntries(
        [...(shrunken ?? [])].flatMap(([team, { value }]) =>
          value !== null ? [[team, roundTo(value, COEFFICIENT_STEP)]] : [],
        ),
      ),
      thirds: releaseThirds(
        Array.from(teams, ([team, by]) => ({ team, isShown: isShown(team), people: by })),
        ranges[place]!,
        minimum,
      ),
    };
  });
  return {
    groups: set.groups,
    figures,
    scales,
    items: releaseItems(own, set, figures, rest, minimum, done),
  };
}

const NO_AGREEMENT: ReleasedScale['agreement'] = { icc1: null, icc2: null, rwg: null, teams: 0, verdict: 'cannot-say' };

const isFigure = <T>(released: Released<T> | undefined): released is { readonly is: T } =>
  typeof released === 'object' && 'is' in released;

const withoutFigure = (released: Released<TableFigures>): Exclude<Released<never>, { readonly is: never }> =>
  released as Exclude<Released<never>, { readonly is: never }>;
