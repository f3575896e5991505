import type { ContingencyTable } from './contingency-table.ts';

/**
 * The table of two sets of pairs together: shards, teams or waves are added, never recounted. Exact, as counts are.
 *
 * @throws RangeError for tables of different codes
 * @example
 * const march = contingencyTableOf([1, 2], [1, 1], [1, 2]);
 * const april = contingencyTableOf([1], [1], [1, 2]);
 * mergeContingencyTables(march, april).counts // [2, 0, 1, 0]
 */
export function mergeContingencyTables(a: ContingencyTable, b: ContingencyTable): ContingencyTable {
  for (const side of ['rowCodes', 'columnCodes'] as const) {
    if (a[side].length !== b[side].length || a[side].some((code, i) => code !== b[side][i])) {
      throw new RangeError(`Unexpected codes: ${b[side]}, expected ${a[side]}.`);
    }
  }
  return { ...a, counts: a.counts.map((count, i) => count + b.counts[i]!) };
}
