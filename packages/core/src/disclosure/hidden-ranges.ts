import { componentProgram } from './component-ranges.ts';
import { disclosureRules } from './disclosure-rules.ts';
import { hiddenComponent } from './hidden-component.ts';
import { addressOf, elementsInOrder } from './lattice-address.ts';
import { protectionOf } from './protection.ts';
import { type GroupTable, tableLattice } from './table-lattice.ts';

export interface ValueRange {
  readonly lower: number;
  /** Infinity where nothing that is shown bounds it */
  readonly upper: number;
}

/** What can be worked out about a hidden group. */
export interface HiddenRange {
  readonly at: readonly (string | null)[];
  /** people, whole numbers, for somebody who knows only the table */
  readonly count: ValueRange;
  /** sum of each score, for somebody who knows only the table */
  readonly sums: readonly ValueRange[];
  /** sum of each score, for somebody who knows all numbers of people too */
  readonly sumsOfKnownCounts: readonly ValueRange[];
}

/**
 * The feasibility intervals of hidden figures: their smallest and largest possible values given all that is shown, exactly,
 * by two linear programs for each. Works for any choice of what is hidden, so that a rule can be judged. Means over hidden
 * groups follow from sums and counts. Several scores are looked at one at a time.
 *
 * @param statuses of the figures in the order of `SuppressedTable.figures`
 * @param largest elements that may hang together, default 400: a program of so many takes some milliseconds
 * @returns ranges of the suppressed figures; null for those that hang together with more than `largest`
 * @throws RangeError for a table that is not one, or another number of statuses
 * @see Fischetti & Salazar (2001), doi:10.1287/mnsc.47.7.1008.9805, section 2
 * @example
 * const dimensions = [{ name: 'team', categories: [{ id: 'north' }, { id: 'south' }, { id: 'west' }] }];
 * const cells = [{ at: ['north'], count: 2 }, { at: ['south'], count: 8 }, { at: ['west'], count: 9 }];
 * const statuses = suppressTable({ dimensions, cells }).figures.map(({ status }) => status);
 * hiddenRanges({ dimensions, cells }, statuses)[1].count // { lower: 0, upper: 10 }
 */
export function hiddenRanges(table: GroupTable, statuses: readonly string[], largest = 400): (HiddenRange | null)[] {
  const lattice = tableLattice(table);
  const protection = protectionOf(lattice, disclosureRules());
  const order = elementsInOrder(lattice);
  if (statuses.length !== order.length) throw new RangeError(`Unexpected number of statuses: ${statuses.length}.`);
  order.forEach((element, i) => {
    protection.hidden[element] = statuses[i] === 'suppressed' && lattice.noData[element] === 0 ? 1 : 0;
  });
  const found = new Map<number, HiddenRange>();
  for (const start of order) {
    if (protection.hidden[start] === 0 || found.has(start)) continue;
    const component = hiddenComponent(lattice, protection.hidden, start, largest);
    if (component === null) continue;
    const moves = protection.quantities.map((quantity) => {
      const program = componentProgram(lattice, component, quantity);
      return component.elements.map((_, place) => ({
        down: program.maximize({ variables: [place], coefficients: [-1] }).value,
        up: program.maximize({ variables: [place] }).value,
      }));
    });
    component.elements.forEach((element, place) => {
      const range = (value: number, q: number): ValueRange => {
        const { down, up } = moves[q]![place]!;
        return { lower: Math.max(value - down, 0), upper: value + up };
      };
      const at = addressOf(lattice, element);
      const { people, above, below, scores } = lattice;
      const parts = scores.map(({ minimum, maximum }, s) => {
        const [over, under] = [range(above[s]![element]!, 3 * s), range(below[s]![element]!, 3 * s + 1)];
        const known = range(above[s]![element]!, 3 * s + 2);
        const spread = maximum - minimum;
        return {
          count: sumOf(over, under),
          // minimum times count, and what is above it: with the count written as above + below, maximum and minimum
          sum: sumOf(scaled(over, maximum), scaled(under, minimum)),
          known: sumOf(scaled(known, spread), { lower: minimum * people[element]!, upper: minimum * people[element]! }),
        };
      });
      found.set(element, {
        at,
        count: wholeNumbers(tightest([range(people[element]!, 3 * scores.length), ...parts.map(({ count }) => count)])),
        sums: parts.map(({ sum }) => sum),
        sumsOfKnownCounts: parts.map(({ known }) => known),
      });
    });
  }
  return order.filter((element) => protection.hidden[element] === 1).map((element) => found.get(element) ?? null);
}

const scaled = ({ lower, upper }: ValueRange, factor: number): ValueRange => {
  if (factor === 0) return { lower: 0, upper: 0 };
  return factor > 0
    ? { lower: lower * factor, upper: upper * factor }
    : { lower: upper * factor, upper: lower * factor };
};
const sumOf = (a: ValueRange, b: ValueRange): ValueRange => ({ lower: a.lower + b.lower, upper: a.upper + b.upper });
/** People do not come in parts: the whole numbers of a range, by what rounding does to a bound. */
const wholeNumbers = ({ lower, upper }: ValueRange): ValueRange => ({
  lower: Math.ceil(lower - 1e-6) + 0,
  upper: Math.floor(upper + 1e-6),
});
const tightest = (ranges: readonly ValueRange[]): ValueRange => ({
  lower: Math.max(...ranges.map(({ lower }) => lower)),
  upper: Math.min(...ranges.map(({ upper }) => upper)),
});
