import type { ScoreGroups } from './score-groups.ts';

/**
 * Respondents grouped by score.
 *
 * @param columns keyed and complete, one an item
 * @param scores one a respondent; default the sum of the columns, which holds the item itself
 * @throws RangeError for columns of different lengths, or a score that is not finite
 * @example scoreGroupsOf([[0, 1, 1], [0, 0, 1]]).counts // [1, 1, 1]; one respondent at each of 0, 1, 2
 */
export function scoreGroupsOf(columns: readonly ArrayLike<number>[], scores?: ArrayLike<number>): ScoreGroups {
  const n = scores?.length ?? columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
  }
  const totals = Float64Array.from({ length: n }, (_, row) =>
    scores === undefined ? columns.reduce((sum, column) => sum + column[row]!, 0) : scores[row]!,
  );
  for (const total of totals) if (!Number.isFinite(total)) throw new RangeError(`Unexpected score: ${total}.`);
  const found = Float64Array.from(new Set(totals)).sort();
  const place = new Map(Array.from(found, (score, i) => [score, i]));
  const counts = new Float64Array(found.length);
  const sums = columns.map(() => new Float64Array(found.length));
  totals.forEach((total, row) => {
    const i = place.get(total)!;
    counts[i]!++;
    columns.forEach((column, item) => {
      sums[item]![i]! += column[row]!;
    });
  });
  return { scores: found, counts, sums };
}
