import type { LinearForm } from './linear-program.ts';

/** What is smaller is taken for the rounding of a 0. */
export const SMALLEST_PIVOT = 1e-9;

/** Gauss-Jordan elimination with the largest pivot of each row; rows that say nothing new are dropped. */
export function eliminateRows(rows: readonly LinearForm[], n: number): { table: Float64Array; basis: number[] } {
  const table = new Float64Array(rows.length * n);
  const basis: number[] = [];
  const taken = new Uint8Array(n);
  for (const { variables, coefficients } of rows) {
    const m = basis.length;
    const row = table.subarray(m * n, (m + 1) * n).fill(0);
    for (let k = 0; k < variables.length; k++) row[variables[k]!]! += coefficients?.[k] ?? 1;
    for (let i = 0; i < m; i++) {
      const factor = row[basis[i]!]!;
      if (factor !== 0) for (let j = 0; j < n; j++) row[j]! -= factor * table[i * n + j]!;
    }
    let best = -1;
    for (let j = 0; j < n; j++) {
      if (taken[j] === 0 && Math.abs(row[j]!) > Math.max(SMALLEST_PIVOT, best < 0 ? 0 : Math.abs(row[best]!))) best = j;
    }
    if (best < 0) continue;
    basis.push(best);
    taken[best] = 1;
    exchange(table, null, n, m + 1, m, best);
  }
  return { table: table.slice(0, basis.length * n), basis };
}

/** Makes column `column` the unit vector of row `pivotRow`. */
export function exchange(
  table: Float64Array,
  slopes: Float64Array | null,
  n: number,
  m: number,
  pivotRow: number,
  column: number,
) {
  const row = table.subarray(pivotRow * n, (pivotRow + 1) * n);
  const pivot = row[column]!;
  const filled: number[] = [];
  for (let j = 0; j < n; j++) {
    if (Math.abs(row[j]!) < 1e-13) row[j] = 0;
    else {
      row[j]! /= pivot;
      filled.push(j);
    }
  }
  const clear = (target: Float64Array, offset: number) => {
    const factor = target[offset + column]!;
    if (factor === 0) return;
    for (let k = 0; k < filled.length; k++) target[offset + filled[k]!]! -= factor * row[filled[k]!]!;
    target[offset + column] = 0;
  };
  for (let i = 0; i < m; i++) if (i !== pivotRow) clear(table, i * n);
  if (slopes !== null) clear(slopes, 0);
}
