import type { ShownPlaces } from './shown-places.ts';

/** The people of one team and group in one wave who were asked the same. */
export interface CountedCell {
  readonly team: string;
  readonly group: string;
  /** rows of people who agreed to be in the file */
  readonly people: number;
  /** people who did not agree, and those of them with every answer, whom every figure is about */
  readonly absent: number;
  readonly absentComplete: number;
  /** of all of them those with every answer, and those with every score */
  readonly complete: number;
  readonly scored: number;
}

/** What is written of where a row belongs: null is written as missing. */
export interface WrittenPlace {
  readonly team: string | null;
  readonly group: string | null;
}

export interface ProtectedPlaces {
  /** for each cell what is written; null where its rows are not */
  readonly places: readonly (WrittenPlace | null)[];
  /** how many rows with every answer stay out besides, so that those who did not agree are not few */
  readonly dropped: number;
}

interface Pool {
  readonly place: WrittenPlace;
  readonly cells: readonly CountedCell[];
  /** people in the figures that results show of them */
  readonly shown: number;
}

/**
 * What is written of team and group beside the rows of people who were asked the same items in one wave. Two things hold:
 *
 * - Every row shares team and group with at least `minimum` rows, itself included (k-anonymity; Sweeney 2002,
 *   doi:10.1142/S0218488502001648).
 * - Beside the results, which are about everybody, the file tells nothing of fewer than `minimum` people. Rows that share a
 *   place are together those that a shown figure is about, or what shown figures leave; who is in such figures and not in the
 *   file, because of no consent or taken back, is nobody there, or at least so many.
 *
 * A group that cannot be written is left out first, then the team; without a team the group is written where it can be. Where those without a team are not safe, the smallest
 * others lose theirs too; where all are without and that is not enough, some rows stay out, and where it is too few, all do.
 * Where all are of one group, the items say which, and it is written beside all of them.
 *
 * @param shown what results show; undefined where they show nothing of these people
 */
export function protectPlaces(
  cells: readonly CountedCell[],
  minimum: number,
  shown: ShownPlaces | undefined,
): ProtectedPlaces {
  const nothing = { places: cells.map(() => null), dropped: 0 };
  const whole = shown === undefined ? 0 : shown.whole;
  if (whole === undefined || peopleOf(cells) < minimum) return nothing;
  const groups = new Set(cells.map(({ group }) => group));
  const only = groups.size === 1 ? cells[0]!.group : null;
  const isSafe = (members: readonly CountedCell[], figure: number) =>
    peopleOf(members) >= minimum && (shown === undefined || isNobodyOrMany(members, figure, minimum));

  const pools: Pool[] = [];
  let nowhere: CountedCell[] = [];
  for (const ofTeam of byTeam(cells)) {
    const { team } = ofTeam[0]!;
    const rest: CountedCell[] = [];
    let left = shown === undefined ? 0 : shown.team(team);
    for (const cell of ofTeam) {
      const figure = shown === undefined ? 0 : shown.cell(team, cell.group);
      if (figure !== undefined && isSafe([cell], figure)) {
        pools.push({ place: { team, group: cell.group }, cells: [cell], shown: figure });
        if (left !== undefined) left -= figure;
      } else rest.push(cell);
    }
    if (left !== undefined && isSafe(rest, left))
      pools.push({ place: { team, group: only }, cells: rest, shown: left });
    else nowhere.push(...rest);
  }
  pools.sort((a, b) => peopleOf(b.cells) - peopleOf(a.cells) || (nameOf(a) < nameOf(b) ? -1 : 1));
  const figureOfRest = () => whole - pools.reduce((sum, pool) => sum + pool.shown, 0);
  // nobody is left, and nobody was taken back either
  const isEmpty = () => nowhere.length === 0 && figureOfRest() === 0;
  while (pools.length > 0 && !isEmpty() && !isSafe(nowhere, figureOfRest())) {
    const helping = pools.findLastIndex((pool) => isSafe([...nowhere, ...pool.cells], figureOfRest() + pool.shown));
    // the smallest that makes it safe, else (-1) the smallest
    const [taken] = pools.splice(helping, 1);
    nowhere = [...nowhere, ...taken!.cells];
  }
  // those without a team may at least have their group
  for (const group of [...groups].sort()) {
    const [own, others] = [
      nowhere.filter((cell) => cell.group === group),
      nowhere.filter((cell) => cell.group !== group),
    ];
    const isMixed = pools.some(
      ({ place, cells: members }) => place.group === null && members.some((cell) => cell.group === group),
    );
    const all = shown === undefined ? 0 : shown.group(group);
    if (groups.size === 1 || isMixed || all === undefined) continue;
    const figure = pools.reduce((left, pool) => (pool.place.group === group ? left - pool.shown : left), all);
    const rest = figureOfRest() - figure;
    if (!isSafe(own, figure) || !(others.length === 0 ? rest === 0 : isSafe(others, rest))) continue;
    pools.push({ place: { team: null, group }, cells: own, shown: figure });
    nowhere = others;
  }
  let dropped = 0;
  if (pools.length === 0 && !isSafe(nowhere, figureOfRest())) {
    dropped = minimum - nowhere.reduce((sum, { absentComplete }) => sum + absentComplete, 0);
    if (peopleOf(nowhere) - dropped < minimum) return nothing;
  }
  const written = new Map(nowhere.map((cell): [CountedCell, WrittenPlace] => [cell, { team: null, group: only }]));
  for (const { place, cells: members } of pools) for (const cell of members) written.set(cell, place);
  return { places: cells.map((cell) => written.get(cell)!), dropped };
}

/** Whether those whom a figure is about and who are not in the file are nobody, or many. */
function isNobodyOrMany(cells: readonly CountedCell[], figure: number, minimum: number): boolean {
  const total = (of: 'absent' | 'absentComplete' | 'complete' | 'scored') =>
    cells.reduce((sum, cell) => sum + cell[of], 0);
  if (total('absentComplete') >= minimum) return true;
  return total('absent') === 0 && (figure === total('complete') || figure === total('scored'));
}

const peopleOf = (cells: readonly CountedCell[]) => cells.reduce((sum, { people }) => sum + people, 0);
const nameOf = ({ place }: Pool) => `${place.team} ${place.group}`;

function byTeam(cells: readonly CountedCell[]): CountedCell[][] {
  const teams = new Map<string, CountedCell[]>();
  for (const cell of cells) {
    const known = teams.get(cell.team);
    if (known === undefined) teams.set(cell.team, [cell]);
    else known.push(cell);
  }
  return [...teams.values()];
}
