import type { ContingencyTable } from './contingency-table.ts';

/**
 * The table of two sets of pairs together: shards, teams or waves are added, never recounted. Exact, as counts are.
 *
 * @throws RangeError for tables of different codes
 * @example mergeContingencyTables(a, b).counts[0] // a.counts[0] + b.counts[0]
 */
export function mergeContingencyTables(a: ContingencyTable, b: ContingencyTable): ContingencyTable {
  for (const side of ['rowCodes', 'columnCodes'] as const) {
    if (a[side].length !== b[side].length || a[side].some((code, i) => code !== b[side][i])) {
      throw new RangeError(`Unexpected codes: ${b[side]}, expected ${a[side]}.`);
    }
  }
  return { ...a, counts: a.counts.map((count, i) => count + b.counts[i]!) };
}
