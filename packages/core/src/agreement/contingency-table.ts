/**
 * How often each pair of codes was given: rows by the first rater (or wave, or item), columns by the second.
 *
 * The codes are stated in advance, in the order of the scale, not gathered from the answers: a code nobody used still
 * counts for the distance between the others. `counts` is flat, row by row.
 */
export interface ContingencyTable {
  readonly rowCodes: readonly number[];
  readonly columnCodes: readonly number[];
  readonly counts: Float64Array;
}

/**
 * A table of nobody: the neutral element of `mergeContingencyTables`.
 *
 * @param columnCodes default: the same codes as the rows
 * @throws RangeError for a code that is there twice, or is NaN
 * @example emptyContingencyTable([1, 2, 3]).counts.length // 9
 */
export function emptyContingencyTable(
  rowCodes: readonly number[],
  columnCodes: readonly number[] = rowCodes,
): ContingencyTable {
  for (const codes of [rowCodes, columnCodes]) {
    codes.forEach((code, i) => {
      if (codes.indexOf(code) !== i) throw new RangeError(`Unexpected code: ${code}, the codes being ${codes}.`);
    });
  }
  return { rowCodes, columnCodes, counts: new Float64Array(rowCodes.length * columnCodes.length) };
}
