/** The people of one team and group in one wave who were asked the same. */
export interface CountedCell {
  readonly team: string;
  readonly group: string;
  /** whom a row can be told from by what it holds beside team and group: the wave, and which items were asked */
  readonly kind: string;
  readonly people: number;
}

/** What is written of where a row belongs: null is written as missing. */
export interface WrittenPlace {
  readonly team: string | null;
  readonly group: string | null;
}

interface Pool {
  readonly place: WrittenPlace;
  readonly cells: readonly CountedCell[];
}

/**
 * What is written of team and group beside each row of a file, so that every row shares its wave, team, group and the items
 * that were asked with at least `minimum` rows, itself included (k-anonymity; Sweeney 2002, doi:10.1142/S0218488502001648).
 * The group of a cell below the minimum is left out first, then the team. Where what is left has fewer rows than the
 * minimum together, the smallest others lose team and group as well, so that nobody stands out by having none. Rows of a
 * kind of which there are fewer than the minimum in all are not written. Where all of a kind are of one group, the items say
 * which, and it is written beside all of them.
 *
 * @returns for each cell what is written; null where its rows are not
 * @example protectPlaces([{ team: 'red', group: 'staff', kind: '1', people: 4 }], 5) // [null]
 */
export function protectPlaces(cells: readonly CountedCell[], minimum: number): (WrittenPlace | null)[] {
  const written = new Map<CountedCell, WrittenPlace>();
  for (const kind of partition(cells, (cell) => cell.kind)) {
    if (peopleOf(kind) < minimum) continue;
    for (const { place, cells: members } of poolsOf(kind, minimum)) {
      for (const cell of members) written.set(cell, place);
    }
  }
  return cells.map((cell) => written.get(cell) ?? null);
}

function poolsOf(cells: readonly CountedCell[], minimum: number): Pool[] {
  const pools: Pool[] = [];
  const groups = new Set(cells.map(({ group }) => group));
  const group = groups.size === 1 ? cells[0]!.group : null;
  let nowhere: CountedCell[] = [];
  for (const ofTeam of partition(cells, ({ team }) => team)) {
    const { team } = ofTeam[0]!;
    const small: CountedCell[] = [];
    for (const ofGroup of partition(ofTeam, ({ group }) => group)) {
      if (peopleOf(ofGroup) >= minimum) pools.push({ place: { team, group: ofGroup[0]!.group }, cells: ofGroup });
      else small.push(...ofGroup);
    }
    if (peopleOf(small) >= minimum) pools.push({ place: { team, group }, cells: small });
    else nowhere.push(...small);
  }
  pools.sort((a, b) => peopleOf(b.cells) - peopleOf(a.cells) || (nameOf(a) < nameOf(b) ? -1 : 1));
  while (nowhere.length > 0 && peopleOf(nowhere) < minimum) nowhere = [...nowhere, ...pools.pop()!.cells];
  return nowhere.length === 0 ? pools : [...pools, { place: { team: null, group }, cells: nowhere }];
}

const peopleOf = (cells: readonly CountedCell[]) => cells.reduce((sum, { people }) => sum + people, 0);
const nameOf = ({ place }: Pool) => `${place.team} ${place.group}`;

function partition(cells: readonly CountedCell[], keyOf: (cell: CountedCell) => string): CountedCell[][] {
  const parts = new Map<string, CountedCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [cell]);
    else part.push(cell);
  }
  return [...parts.values()];
}
