import { type CheckedDisclosureRules, type DisclosureRules, disclosureRules } from './disclosure-rules.ts';
import { addressOf, elementsInOrder } from './lattice-address.ts';
import { suppressLattice } from './suppress-lattice.ts';
import type { SuppressionReason } from './suppression-reason.ts';
import { type GroupTable, type TableLattice, tableLattice } from './table-lattice.ts';

export type FigureStatus = 'shown' | 'suppressed' | 'no-data';

/** The figures about one group: a cell, a subtotal or a total. */
export interface TableFigure {
  /** a category of each dimension, null for all of them */
  readonly at: readonly (string | null)[];
  readonly status: FigureStatus;
  /** people; null where it is not shown, 0 where there is no data */
  readonly count: number | null;
  /** mean of each score, in the order of the scores; null where there is none or it is not shown */
  readonly means: readonly (number | null)[];
  /** there where the figure is suppressed; not for those who see the table (`suppressionSentence`) */
  readonly reason: SuppressionReason | null;
}

export interface SuppressedTable {
  readonly dimensions: readonly string[];
  readonly scores: readonly string[];
  readonly rules: CheckedDisclosureRules;
  /** all figures, the last dimension running fastest, categories as they were given and the total after them */
  readonly figures: readonly TableFigure[];
  /** how many figures are shown, too small, of people who agree too much, hidden to protect others, and without data */
  readonly shown: number;
  readonly tooSmall: number;
  readonly unanimous: number;
  readonly protecting: number;
  readonly noData: number;
}

/**
 * A table of groups that can be published: counts and means of all cells, subtotals and totals, without those that are about
 * fewer than the minimum group size (0 is fewer), those whose people are so near to one end of the scale that the mean tells
 * what each of them answered, and those by which such a figure could be worked out.
 *
 * What is proven of the result, for whatever anybody computes from the figures that are shown, given that people are not
 * fewer than 0 and scores stay in their range:
 * - a hidden number of people is uncertain by `countWidth` at least, and the sum of a hidden group's scores by `answerWidth`
 *   times the range of the score;
 * - if all numbers of people are known, as colleagues may know them, the second still holds for every group of fewer people
 *   than the minimum, single people and groups across cells among them;
 * - no other combination of the scores of fewer people than the minimum is determined, such as a difference by which one of
 *   two people would learn about the other.
 *
 * Method: the hypercube method with margins as corners; a cube of hidden figures is itself the proof, since its corners can
 * be otherwise in turn, with whole numbers of people, the same for all scores. Where no cube fits the figures connected with
 * it are looked at by linear programming, and only then is more hidden.
 * Cost: cells times the cubes through each, less what is ruled out at once; 12,000 cells take about a second.
 *
 * @throws RangeError for a table that is not one (see `GroupTable`), or rules out of range
 * @see Hundepool et al. (2012), doi:10.1002/9781118348239; Fischetti & Salazar (2001), doi:10.1287/mnsc.47.7.1008.9805
 * @example
 * const dimensions = [{ name: 'team', categories: [{ id: 'north' }, { id: 'south' }, { id: 'west' }] }];
 * const cells = [{ at: ['north'], count: 2 }, { at: ['south'], count: 8 }, { at: ['west'], count: 9 }];
 * // without south, north would be 19 - 8 - 9
 * suppressTable({ dimensions, cells }).figures.map(({ status }) => status) // ['suppressed', 'suppressed', 'shown', 'shown']
 */
export function suppressTable(table: GroupTable, rules: DisclosureRules = {}): SuppressedTable {
  const checked = disclosureRules(rules);
  const lattice = tableLattice(table);
  const { protection, protects } = suppressLattice(lattice, checked);
  const minimum = checked.minimumGroupSize;
  const reasonOf = (element: number): SuppressionReason => {
    const other = protects.get(element);
    if (other === undefined) {
      return { code: lattice.people[element]! < minimum ? 'too-small' : 'unanimous', minimum };
    }
    return { code: 'protects', minimum, protects: addressOf(lattice, other) };
  };
  const figures = elementsInOrder(lattice).map((element) =>
    protection.hidden[element] === 1
      ? {
          at: addressOf(lattice, element),
          status: 'suppressed' as const,
          count: null,
          means: lattice.scores.map(() => null),
          reason: reasonOf(element),
        }
      : shownFigure(lattice, element),
  );
  const tally = (is: (figure: TableFigure) => boolean) =>
    figures.reduce((sum, figure) => sum + (is(figure) ? 1 : 0), 0);
  return {
    dimensions: table.dimensions.map(({ name }) => name),
    scores: lattice.scores.map(({ name }) => name),
    rules: checked,
    figures,
    shown: tally(({ status }) => status === 'shown'),
    tooSmall: tally(({ reason }) => reason?.code === 'too-small'),
    unanimous: tally(({ reason }) => reason?.code === 'unanimous'),
    protecting: tally(({ reason }) => reason?.code === 'protects'),
    noData: tally(({ status }) => status === 'no-data'),
  };
}

function shownFigure(lattice: TableLattice, element: number): TableFigure {
  const at = addressOf(lattice, element);
  if (lattice.noData[element] === 1) {
    return { at, status: 'no-data', count: 0, means: lattice.scores.map(() => null), reason: null };
  }
  const count = lattice.people[element]!;
  const means = lattice.sums.map((sums) => sums[element]! / count);
  return { at, status: 'shown', count, means, reason: null };
}
