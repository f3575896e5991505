import { type ContingencyTable, emptyContingencyTable } from './contingency-table.ts';

/**
 * The table of two complete columns of codes, one entry a person (or thing) judged twice.
 *
 * @param first codes by the first rater: the rows of the table
 * @param second codes by the second rater, of the same persons in the same order
 * @param codes all codes of the scale, in its order
 * @throws RangeError for columns of different lengths and for a code that is not among `codes`, NaN among them
 * @example contingencyTableOf([1, 2, 2], [1, 2, 1], [1, 2]).counts // Float64Array [1, 0, 1, 1]
 */
export function contingencyTableOf(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  codes: readonly number[],
): ContingencyTable {
  if (second.length !== first.length) {
    throw new RangeError(`Unexpected column length: ${second.length}, expected ${first.length}.`);
  }
  const table = emptyContingencyTable(codes);
  const places = new Map(codes.map((code, i) => [code, i]));
  const place = (code: number): number => {
    const found = places.get(code);
    if (found === undefined) throw new RangeError(`Unexpected code: ${code}, the codes being ${codes}.`);
    return found;
  };
  for (let i = 0; i < first.length; i++) table.counts[place(first[i]!) * codes.length + place(second[i]!)]! += 1;
  return table;
}
