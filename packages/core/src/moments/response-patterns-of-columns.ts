import type { Moments } from './moments.ts';
import { momentsOfColumns } from './moments-of-columns.ts';
import type { ResponsePatterns } from './response-patterns.ts';

/**
 * Response patterns of columns with holes, one a variable, all of one length. NaN marks a hole.
 *
 * @param columns keyed answers
 * @throws RangeError for columns of different lengths
 * @example responsePatternsOfColumns([[1, 2, 3], [2, NaN, 4]]).patterns.get('10')?.n // 1
 */
export function responsePatternsOfColumns(columns: readonly ArrayLike<number>[]): ResponsePatterns {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
  }
  const rows = new Map<string, number[]>();
  for (let row = 0; row < n; row++) {
    let pattern = '';
    for (let i = 0; i < k; i++) pattern += Number.isNaN(columns[i]![row]!) ? '0' : '1';
    const known = rows.get(pattern);
    if (known === undefined) rows.set(pattern, [row]);
    else known.push(row);
  }
  const nobody = '0'.repeat(k);
  const empty = rows.get(nobody)?.length ?? 0;
  rows.delete(nobody);
  const patterns = new Map<string, Moments<'listwise'>>();
  for (const [pattern, members] of rows) {
    const answered = columns.filter((_, i) => pattern[i] === '1');
    patterns.set(
      pattern,
      momentsOfColumns(answered.map((column) => Float64Array.from(members, (row) => column[row]!))),
    );
  }
  return { variables: k, empty, patterns };
}
