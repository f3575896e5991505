import type { CheckedDisclosureRules } from './disclosure-rules.ts';
import type { TableLattice } from './table-lattice.ts';

/**
 * A quantity that could be otherwise without any shown figure being otherwise. Three kinds are looked at for each score.
 * Whoever does not know how many people a hidden cell has sees two independent non-negative quantities, what its people are
 * above the minimum of the score and what they are below its maximum: the count is their sum over the range. Whoever knows
 * all counts (colleagues often do) sees one, between 0 and range times count. A table of counts has the counts alone.
 */
export interface Quantity {
  /** for each element that is an atom: how far its value can fall, and rise (null: without end) */
  readonly falls: Float64Array;
  readonly rises: Float64Array | null;
  /** for each element: how far another table, that shows the same figures, has been found below and above the true value */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/** What people stands for: which sets of answers move together when all counts are known. */
export interface Move {
  readonly atoms: ArrayLike<number>;
  readonly change: ArrayLike<number>;
}

export interface Protection {
  readonly lattice: TableLattice;
  readonly rules: CheckedDisclosureRules;
  /** counts alone, or above, below and known of every score */
  readonly quantities: readonly Quantity[];
  /** least uncertainty of the sum of a hidden group's scores, for each score */
  readonly widths: readonly number[];
  readonly hidden: Uint8Array;
  /** for each score, moves of half the width or more with known counts; and which of them touch an atom */
  readonly moves: readonly Move[][];
  readonly movesOf: readonly Map<number, number[]>[];
}

const MARGIN = 1 - 1e-9;

/** Nothing hidden but what is too small, nothing proven. */
export function protectionOf(lattice: TableLattice, rules: CheckedDisclosureRules): Protection {
  const { elements, people, above, below, scores, noData } = lattice;
  const quantity = (falls: Float64Array, rises: Float64Array | null): Quantity => ({
    falls,
    rises,
    down: new Float64Array(elements),
    up: new Float64Array(elements),
  });
  const quantities = scores.flatMap((_, s) => [
    quantity(above[s]!, null),
    quantity(below[s]!, null),
    quantity(above[s]!, below[s]!),
  ]);
  const hidden = new Uint8Array(elements);
  for (let e = 0; e < elements; e++) if (noData[e] === 0 && people[e]! < rules.minimumGroupSize) hidden[e] = 1;
  return {
    lattice,
    rules,
    quantities: scores.length === 0 ? [quantity(people, null)] : quantities,
    widths: scores.map(({ minimum, maximum }) => rules.answerWidth * (maximum - minimum)),
    hidden,
    moves: scores.map(() => []),
    movesOf: scores.map(() => new Map()),
  };
}

/**
 * Whether what is proven about a hidden element falls short of the protection widths; `up` and `down` are what a further
 * move would add, quantity by quantity. Without known counts: its count and its scores, above and below. With known
 * counts: its scores, where the people are some but fewer than the minimum.
 */
export function lacks(
  { quantities, widths, rules, lattice }: Protection,
  element: number,
  up?: ArrayLike<number>,
  down?: ArrayLike<number>,
): boolean {
  const width = (q: number): number => {
    const { up: ups, down: downs } = quantities[q]!;
    return Math.max(ups[element]!, up?.[q] ?? 0) + Math.max(downs[element]!, down?.[q] ?? 0);
  };
  if (widths.length === 0) return width(0) < rules.countWidth * MARGIN;
  const people = lattice.people[element]!;
  for (let s = 0; s < widths.length; s++) {
    const needed = widths[s]! * MARGIN;
    const [above, below] = [width(3 * s), width(3 * s + 1)];
    if (above < needed || below < needed) return true;
    const range = widths[s]! / rules.answerWidth;
    if (above + below < rules.countWidth * range * MARGIN) return true;
    if (people > 0 && people < rules.minimumGroupSize && width(3 * s + 2) < needed) return true;
  }
  return false;
}

/** Keeps a move of atoms that leaves everything shown as it is, with known counts. */
export function keepMove({ moves, movesOf }: Protection, score: number, move: Move): void {
  const number = moves[score]!.push(move) - 1;
  for (let a = 0; a < move.atoms.length; a++) {
    const known = movesOf[score]!.get(move.atoms[a]!);
    if (known === undefined) movesOf[score]!.set(move.atoms[a]!, [number]);
    else known.push(number);
  }
}
