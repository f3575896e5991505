import type { KeyedColumn } from '../scoring/keyed-columns.ts';

/** The codes of one item, the reasons that count as an answer filled in; `missing` is 0 where there is a code. */
export interface AnsweredColumn {
  readonly codes: Int16Array;
  readonly missing: Uint8Array;
  /** keyed answer = offset + sign * code */
  readonly sign: 1 | -1;
  readonly offset: number;
}

/** A column with its substitutes filled in; the table's own arrays where it has none. */
export function answeredColumn({ column, sign, offset, substitutes }: KeyedColumn): AnsweredColumn {
  if (substitutes.every((code) => code === undefined)) {
    return { codes: column.codes, missing: column.missing, sign, offset };
  }
  const codes = column.codes.slice();
  const missing = column.missing.slice();
  for (let row = 0; row < codes.length; row++) {
    const code = substitutes[missing[row]!];
    if (code === undefined) continue;
    codes[row] = code;
    missing[row] = 0;
  }
  return { codes, missing, sign, offset };
}

/** The rows from `start` to before `end` in which every column has an answer. */
export function completeRows(columns: readonly AnsweredColumn[], start: number, end: number): Int32Array {
  const gaps = new Uint8Array(end - start);
  for (const { missing } of columns) for (let at = 0; at < gaps.length; at++) gaps[at]! |= missing[start + at]!;
  const rows = new Int32Array(gaps.length);
  let n = 0;
  for (let at = 0; at < gaps.length; at++) {
    rows[n] = start + at; // written over by the next row if this one is not complete
    n += gaps[at] === 0 ? 1 : 0;
  }
  return rows.subarray(0, n);
}

/** The keyed answers of some rows that have one. */
export function keyedAnswers({ codes, sign, offset }: AnsweredColumn, rows: Int32Array): Int16Array {
  const keyed = new Int16Array(rows.length);
  for (let at = 0; at < rows.length; at++) keyed[at] = offset + sign * codes[rows[at]!]!;
  return keyed;
}

/** The keyed answers of the rows from `start` to before `end`, NaN where there is none. */
export function keyedWithHoles(
  { codes, missing, sign, offset }: AnsweredColumn,
  start: number,
  end: number,
): Float64Array {
  const keyed = new Float64Array(end - start);
  for (let at = 0; at < keyed.length; at++) {
    keyed[at] = missing[start + at] === 0 ? offset + sign * codes[start + at]! : NaN;
  }
  return keyed;
}
