import type { KnownMoves, Move } from './move.ts';

/** A set of hidden atoms with few people, of which some combination of scores is not known to be able to move. */
export interface DeterminedSet {
  readonly atoms: readonly number[];
  /** the combination, its largest coefficient 1 */
  readonly coefficients: Float64Array;
}

/**
 * Looks for a combination of the scores of fewer than `limit` people, those of `start` among them, that every known move
 * leaves as it is: the sum of two hidden cells of one person each, or the difference between two, by which one of the two
 * would learn about the other. Null where there is none.
 *
 * Every move that touches exactly one atom of such a set would change the combination, so the set has another atom of that
 * move: the search branches over the move with the fewest of them that are small enough, mostly none.
 *
 * @param cleared 1 for atoms that are in no such set, as they were searched before: more moves never make one. Left as it was
 */
export function determinedSet(
  start: number,
  { moves, movesOf }: KnownMoves,
  people: ArrayLike<number>,
  limit: number,
  cleared: Uint8Array,
): DeterminedSet | null {
  /** Adds the atoms of a move that could still be in the set; stops at `most`. */
  const others = (move: number, atoms: readonly number[], total: number, most: number): number[] => {
    const { atoms: support } = moves[move]!;
    const found: number[] = [];
    for (let a = 0; a < support.length && found.length < most; a++) {
      const other = support[a]!;
      if (total + people[other]! < limit && cleared[other] === 0 && !atoms.includes(other)) found.push(other);
    }
    return found;
  };

  const search = (atoms: readonly number[], total: number): DeterminedSet | null => {
    const touching = atoms.map((atom) => movesOf.get(atom) ?? []);
    let branches: number[] | null = null;
    for (let a = 0; a < atoms.length; a++) {
      for (const move of touching[a]!) {
        if (touching.some((known, b) => b !== a && known.includes(move))) continue;
        const candidates = others(move, atoms, total, branches?.length ?? Infinity);
        if (candidates.length === 0) return null;
        if (branches === null || candidates.length < branches.length) branches = candidates;
      }
    }
    if (branches === null) {
      const distinct = [...new Set(touching.flat())];
      const coefficients = combinationThatStays(
        atoms,
        distinct.map((move) => moves[move]!),
      );
      if (coefficients !== null) return { atoms, coefficients };
      branches = [...new Set(distinct.flatMap((move) => others(move, atoms, total, Infinity)))];
    }
    const tried: number[] = [];
    let found: DeterminedSet | null = null;
    for (const other of branches) {
      found = search([...atoms, other], total + people[other]!);
      if (found !== null) break;
      // sets with this one have been looked at now
      cleared[other] = 1;
      tried.push(other);
    }
    for (const other of tried) cleared[other] = 0;
    return found;
  };

  // mostly one of its moves has nobody else in it who is few enough
  const alone = (movesOf.get(start) ?? []).some((move) => {
    const { atoms } = moves[move]!;
    for (let a = 0; a < atoms.length; a++) {
      const other = atoms[a]!;
      if (other !== start && cleared[other] === 0 && people[start]! + people[other]! < limit) return false;
    }
    return true;
  });
  return people[start]! >= limit || alone ? null : search([start], people[start]!);
}

/** Coefficients by which all moves sum up to nothing over the atoms; null where there are none but zeros. */
function combinationThatStays(atoms: readonly number[], moves: readonly Move[]): Float64Array | null {
  const size = atoms.length;
  const places = new Map(atoms.map((atom, place) => [atom, place]));
  const rows: Float64Array[] = [];
  const pivots: number[] = [];
  for (const { atoms: support, change } of moves) {
    if (rows.length === size) return null;
    const row = new Float64Array(size);
    for (let a = 0; a < support.length; a++) {
      const place = places.get(support[a]!);
      if (place !== undefined) row[place] = change[a]!;
    }
    rows.forEach((other, r) => {
      const factor = row[pivots[r]!]!;
      for (let j = 0; j < size; j++) row[j]! -= factor * other[j]!;
    });
    let pivot = 0;
    for (let j = 1; j < size; j++) if (Math.abs(row[j]!) > Math.abs(row[pivot]!)) pivot = j;
    const strength = row[pivot]!;
    if (Math.abs(strength) < 1e-6) continue;
    for (let j = 0; j < size; j++) row[j]! /= strength;
    for (const other of rows) {
      const factor = other[pivot]!;
      for (let j = 0; j < size; j++) other[j]! -= factor * row[j]!;
    }
    rows.push(row);
    pivots.push(pivot);
  }
  if (rows.length === size) return null;
  const free = [...atoms.keys()].find((place) => !pivots.includes(place))!;
  const coefficients = new Float64Array(size);
  coefficients[free] = 1;
  rows.forEach((row, r) => {
    coefficients[pivots[r]!] = -row[free]!;
  });
  const largest = Math.max(...Array.from(coefficients, Math.abs));
  return coefficients.map((c) => c / largest);
}
