import { mergeResponsePatterns } from './merge-response-patterns.ts';
import type { ResponsePatterns } from './response-patterns.ts';
import { responsePatternsOfColumns } from './response-patterns-of-columns.ts';

/**
 * Response patterns with one more row, in which NaN marks a hole. For many rows at once `responsePatternsOfColumns` is
 * faster.
 *
 * @returns new response patterns; the given ones stay as they are
 * @throws RangeError for a row of another length
 * @example addToResponsePatterns(emptyResponsePatterns(2), [4, NaN]).patterns.get('10')?.n // 1
 */
export function addToResponsePatterns(patterns: ResponsePatterns, row: ArrayLike<number>): ResponsePatterns {
  const k = patterns.variables;
  if (row.length !== k) throw new RangeError(`Unexpected row length: ${row.length}, the patterns have ${k} variables.`);
  return mergeResponsePatterns(patterns, responsePatternsOfColumns(Array.from(row, (value) => [value])));
}
