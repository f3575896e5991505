import { distinctRows } from './distinct-rows.ts';
import type { JackknifeReplicates } from './jackknife-replicates.ts';
import { leaveOneOut } from './leave-one-out.ts';

/** Sums of squares around the means: of each item, and last of the sum score. */
interface Variations {
  readonly n: number;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Raw alpha without each respondent: what `jackknifeReplicates(cronbachAlpha, columns)` says, up to rounding, from k + 1
 * variances in place of all k (k + 1) / 2 products.
 */
export function jackknifeAlphas(columns: readonly ArrayLike<number>[]): JackknifeReplicates {
  const rows = distinctRows(columns);
  if (rows === null || rows.n === 0) return { values: new Float64Array(0), counts: new Uint32Array(0) };
  const k = columns.length;
  const sums = Float64Array.from(rows.counts, (_, row) => rows.columns.reduce((sum, column) => sum + column[row]!, 0));
  const variables = [...rows.columns, sums];
  const alike = (row: number, times: number): Variations => {
    const means = new Float64Array(k + 1);
    for (let i = 0; i <= k; i++) means[i] = variables[i]![row]!;
    return { n: times, means, squares: new Float64Array(k + 1) };
  };
  const values = leaveOneOut(rows, alike, merge, ({ squares }) => {
    let trace = 0;
    for (let i = 0; i < k; i++) trace += squares[i]!;
    const total = squares[k]!;
    return k >= 2 && total > 1e-12 * trace ? (k / (k - 1)) * (1 - trace / total) : NaN;
  });
  return { values, counts: rows.counts };
}

/** As `mergeMoments`, the diagonal alone. */
function merge(a: Variations, b: Variations): Variations {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const shareOfB = b.n / n;
  const weight = a.n * shareOfB;
  const means = new Float64Array(a.means.length);
  const squares = new Float64Array(a.means.length);
  for (let i = 0; i < means.length; i++) {
    const gap = b.means[i]! - a.means[i]!;
    means[i] = a.means[i]! + gap * shareOfB;
    squares[i] = a.squares[i]! + b.squares[i]! + weight * gap * gap;
  }
  return { n, means, squares };
}
