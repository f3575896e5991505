import { suppressTable } from '../disclosure/index.ts';

/** Members of a team on one occasion, and the sums of their scores, in the order of `scores`. */
export interface TeamCount {
  /** null: people of no team, who count in the total and have no row */
  readonly team: string | null;
  readonly occasion: number;
  readonly count: number;
  readonly sums: readonly number[];
}

export interface TeamTable {
  /** 1, or the number of waves that are shown side by side */
  readonly occasions: number;
  /** ranges of one person's scores */
  readonly scores: readonly { readonly minimum: number; readonly maximum: number }[];
  readonly minimumGroupSize: number;
}

/**
 * Which teams may be shown beside the figures of all: those large enough on every occasion, without those by which a small
 * one could be worked out by subtraction.
 *
 * @throws RangeError for a minimum group size below 3, and as `suppressTable`
 */
export function shownTeams(counts: readonly TeamCount[], table: TeamTable): ReadonlySet<string> {
  const { occasions, minimumGroupSize } = table;
  // a range of nothing but one score still has to have a width
  const scores = table.scores.map(({ minimum, maximum }, i) => ({
    name: String(i),
    minimum,
    maximum: maximum > minimum ? maximum : minimum + 1,
  }));
  const category = (team: string | null): string => (team === null ? 'rest' : `team ${team}`);
  const teams = [...new Set(counts.map(({ team }) => team))];
  if (teams.length === 0) return new Set();
  const { figures } = suppressTable(
    {
      dimensions: [
        { name: 'team', categories: teams.map((team) => ({ id: category(team) })) },
        {
          name: 'occasion',
          categories: Array.from({ length: occasions }, (_, occasion) => ({ id: String(occasion) })),
          total: false,
        },
      ],
      cells: counts.map(({ team, occasion, count, sums }) => ({ at: [category(team), String(occasion)], count, sums })),
      scores,
    },
    { minimumGroupSize },
  );
  const hidden = new Set(figures.filter(({ status }) => status !== 'shown').map(({ at }) => at[0]));
  return new Set(teams.filter((team) => team !== null && !hidden.has(category(team))) as string[]);
}

/** Teams by name, numbers in names by their value. */
export const byTeamName = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : a > b ? 1 : 0);
