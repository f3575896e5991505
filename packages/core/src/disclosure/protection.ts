import type { CheckedDisclosureRules } from './disclosure-rules.ts';
import { type KnownMoves, noMoves } from './move.ts';
import type { TableLattice } from './table-lattice.ts';

/**
 * A quantity that could be otherwise without any shown figure being otherwise. Three are looked at for each score: what
 * people are above its minimum and what they are below its maximum, in units of its range, both non-negative, their sum the
 * number of people; and, for whoever knows all counts (colleagues often do), what they are above with counts as they are,
 * between 0 and the count. After those of all scores comes the number of people itself.
 *
 * What is proven without known counts is proven of tables that could be: people are whole numbers in them, and the same ones
 * for all scores.
 */
export interface Quantity {
  /** for each element that is an atom: how far its value can fall, and rise (null: without end) */
  readonly falls: Float64Array;
  readonly rises: Float64Array | null;
  /** for each element: how far another table, that shows the same figures, has been found below and above the true value */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

export interface Protection {
  readonly lattice: TableLattice;
  readonly rules: CheckedDisclosureRules;
  /** above, below and known of every score, then people */
  readonly quantities: readonly Quantity[];
  readonly hidden: Uint8Array;
  /** for each score, the moves found with known counts */
  readonly moves: readonly KnownMoves[];
}

const MARGIN = 1 - 1e-9;
// what rounding takes from a whole number of people when it is made up of scores
const ROUNDING = 1e-9;

/** Nothing hidden but what may not be shown by itself, nothing proven. */
export function protectionOf(lattice: TableLattice, rules: CheckedDisclosureRules): Protection {
  const { elements, people, above, below, scores, noData } = lattice;
  const room = () => new Float64Array(elements);
  const quantity = (falls: Float64Array, rises: Float64Array | null): Quantity => ({
    falls,
    rises,
    down: room(),
    up: room(),
  });
  const quantities = scores.flatMap((_, s) => [
    quantity(above[s]!, null),
    quantity(below[s]!, null),
    quantity(above[s]!, below[s]!),
  ]);
  const hidden = new Uint8Array(elements);
  for (let e = 0; e < elements; e++) {
    if (noData[e] === 1) continue;
    if (people[e]! < rules.minimumGroupSize || isUnanimous(lattice, rules.answerWidth, e)) hidden[e] = 1;
  }
  return {
    lattice,
    rules,
    quantities: [...quantities, quantity(people, null)],
    hidden,
    moves: scores.map(noMoves),
  };
}

/**
 * Whether everybody's score is so near an end of its range that the sum would tell each of them more closely than the width:
 * with the sum known, one person can be off the end by no more than all are together.
 */
function isUnanimous({ above, below, people }: TableLattice, width: number, element: number): boolean {
  if (people[element] === 0) return false;
  return above.some((sums, s) => Math.min(sums[element]!, below[s]![element]!) < width * MARGIN);
}

/** What a move must add: `remains` says whether, if it went so far up and down, something would still be lacking. */
export interface Shortfall {
  remains(up: ArrayLike<number>, down: ArrayLike<number>): boolean;
  /** the same with the signs of the elements in the move at hand */
  misses?(changeOf: (element: number) => number, up: ArrayLike<number>, down: ArrayLike<number>): boolean;
}

/**
 * How far a move can go each way, from the room it leaves to each quantity by itself, in place: people by the whole numbers
 * for which every score has room, above and below together; what they are above by its own room, as far as people and what
 * they are below make up for it.
 */
export function settleRoom(up: Float64Array, down: Float64Array): void {
  const people = up.length - 1;
  for (let q = 0; q < people; q += 3) {
    up[people] = Math.min(up[people]!, up[q]! + up[q + 1]!);
    down[people] = Math.min(down[people]!, down[q]! + down[q + 1]!);
  }
  const wholeUp = Math.floor(up[people]! + ROUNDING);
  const wholeDown = Math.floor(down[people]! + ROUNDING);
  up[people] = wholeUp;
  down[people] = wholeDown;
  for (let q = 0; q < people; q += 3) {
    const [aboveUp, aboveDown, belowUp, belowDown] = [up[q]!, down[q]!, up[q + 1]!, down[q + 1]!];
    up[q] = Math.min(aboveUp, wholeUp + belowDown);
    down[q] = Math.min(aboveDown, wholeDown + belowUp);
    up[q + 1] = Math.min(belowUp, wholeUp + aboveDown);
    down[q + 1] = Math.min(belowDown, wholeDown + aboveUp);
  }
}

/**
 * By what the proofs about a hidden element fall short of the protection widths. Without known counts: its count, and its
 * scores above and below. With known counts: where its people are unanimous, far enough from the end for each of them.
 * (Few people with known counts are looked at by the groups they make up, `narrowUnion`.)
 */
export function shortfallOf({ quantities, moves, rules, lattice }: Protection, element: number): Shortfall {
  const people = lattice.people[element]!;
  const needed = rules.answerWidth * MARGIN;
  const remains = (up: ArrayLike<number>, down: ArrayLike<number>): boolean => {
    const q = quantities.length - 1;
    if (width(quantities[q]!, element, up[q]!, down[q]!) < rules.countWidth * MARGIN) return true;
    for (let s = 0, q = 0; s < moves.length; s++, q += 3) {
      const known = quantities[q + 2]!;
      if (people >= rules.minimumGroupSize) {
        if (lattice.above[s]![element]! + Math.max(known.up[element]!, up[q + 2]!) < needed) return true;
        if (lattice.below[s]![element]! + Math.max(known.down[element]!, down[q + 2]!) < needed) return true;
      }
      if (width(quantities[q]!, element, up[q]!, down[q]!) < needed) return true;
      if (width(quantities[q + 1]!, element, up[q + 1]!, down[q + 1]!) < needed) return true;
    }
    return false;
  };
  return { remains };
}

function width({ up, down }: Quantity, element: number, further: number, furtherDown: number): number {
  return Math.max(up[element]!, further) + Math.max(down[element]!, furtherDown);
}

/** Whether something is lacking as it is. */
export function lacks(protection: Protection, element: number): boolean {
  const nothing = new Float64Array(protection.quantities.length);
  return shortfallOf(protection, element).remains(nothing, nothing);
}

/** What a combination of atoms lacks that no known move changes by the protection width: a move that does. */
export function shortfallOfSet(
  { rules }: Protection,
  score: number,
  atoms: ArrayLike<number>,
  coefficients: ArrayLike<number>,
): Shortfall {
  const q = 3 * score + 2;
  const needed = rules.answerWidth * MARGIN;
  return {
    remains: (up, down) => (up[q]! + down[q]!) * atoms.length < needed,
    misses(changeOf, up, down) {
      let change = 0;
      for (let a = 0; a < atoms.length; a++) change += coefficients[a]! * changeOf(atoms[a]!);
      return Math.abs(change) * (up[q]! + down[q]!) < needed;
    },
  };
}
