/**
 * Two sets of answers that nothing shown tells apart, as their difference: by how much the sum of the scores of each atom
 * (a cell of a table, or a part of the records) differs, in units of the range of the score. Numbers of people are known.
 */
export interface Move {
  readonly atoms: ArrayLike<number>;
  readonly change: ArrayLike<number>;
}

/** Moves, and which of them touch an atom. */
export interface KnownMoves {
  readonly moves: Move[];
  readonly movesOf: Map<number, number[]>;
}

export const noMoves = (): KnownMoves => ({ moves: [], movesOf: new Map() });

export function keepMove({ moves, movesOf }: KnownMoves, move: Move): void {
  const number = moves.push(move) - 1;
  for (let a = 0; a < move.atoms.length; a++) {
    const known = movesOf.get(move.atoms[a]!);
    if (known === undefined) movesOf.set(move.atoms[a]!, [number]);
    else known.push(number);
  }
}
