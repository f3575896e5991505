import type { KnownMoves } from './move.ts';

/**
 * Looks for a group of fewer than `limit` people, made of whole atoms and `start` among them, whose sum no known move changes
 * by `needed` or more. Null where there is none.
 *
 * A move that changes the sum of what has been put together so far must be held back by an atom that it changes the other
 * way: the search branches over the move with the fewest of those that are small enough, mostly none.
 *
 * @param cleared 1 for atoms that are in no such group, as they were searched before: more moves never make one
 */
export function narrowUnion(
  start: number,
  { moves, movesOf }: KnownMoves,
  people: ArrayLike<number>,
  limit: number,
  needed: number,
  cleared: Uint8Array,
): number[] | null {
  const tried = new Set<string>();

  /** Atoms of a move that hold back its change of a sum, fewer than `most` of them; null where there is little to hold back. */
  const against = (number: number, group: readonly number[], total: number, most: number): number[] | null => {
    const { atoms, change } = moves[number]!;
    let sum = 0;
    for (let a = 0; a < atoms.length; a++) if (group.includes(atoms[a]!)) sum += change[a]!;
    if (Math.abs(sum) < needed) return null;
    const found: number[] = [];
    for (let a = 0; a < atoms.length && found.length < most; a++) {
      const atom = atoms[a]!;
      if (change[a]! * sum >= 0 || cleared[atom] === 1 || total + people[atom]! >= limit) continue;
      if (!group.includes(atom)) found.push(atom);
    }
    return found;
  };

  const search = (group: readonly number[], total: number): number[] | null => {
    let branches: number[] | null = null;
    for (const atom of group) {
      for (const number of movesOf.get(atom) ?? []) {
        const found = against(number, group, total, branches?.length ?? Infinity);
        if (found === null) continue;
        if (found.length === 0) return null;
        if (branches === null || found.length < branches.length) branches = found;
      }
    }
    if (branches === null) return [...group];
    for (const other of branches) {
      const grown = [...group, other].sort((a, b) => a - b);
      const key = grown.join();
      if (tried.has(key)) continue;
      tried.add(key);
      const found = search(grown, total + people[other]!);
      if (found !== null) return found;
    }
    return null;
  };
  return people[start]! < limit ? search([start], people[start]!) : null;
}
