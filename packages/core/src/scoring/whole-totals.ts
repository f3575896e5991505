import { BLOCK_ROWS, type BlockTotals } from './block-totals.ts';
import type { KeyedColumn } from './keyed-columns.ts';

/**
 * Totals of items that all weigh 1 and have no substitutes: nearly every scale there is. All sums are whole numbers of at
 * most 31 bits (16 bits a code, fewer than 65,536 items), and columns are added four at a time, so that each total is
 * fetched and put back once for four answers: half the time of one column after the other.
 */
export function wholeTotals(columns: readonly KeyedColumn[]): BlockTotals {
  const sums = new Int32Array(BLOCK_ROWS);
  const answered = new Int32Array(BLOCK_ROWS);
  const fours = columns.length - (columns.length % 4);
  return {
    sums,
    weights: answered,
    answered,
    total(start, end) {
      sums.fill(0);
      answered.fill(0);
      for (let i = 0; i < fours; i += 4) {
        addFour(sums, answered, columns[i]!, columns[i + 1]!, columns[i + 2]!, columns[i + 3]!, start, end);
      }
      for (let i = fours; i < columns.length; i++) addOne(sums, answered, columns[i]!, start, end);
    },
  };
}

// Whole numbers of 32 bits throughout, which "| 0" tells the engine, and no branch that a missing answer would upset:
// missing - 1 is negative for an answer alone, and its sign, spread over all bits, lets a value through or makes it 0.

function addOne(
  sums: Int32Array,
  answered: Int32Array,
  { column: { codes, missing }, sign, offset }: KeyedColumn,
  start: number,
  end: number,
): void {
  for (let row = start, at = 0; row < end; row++, at++) {
    const is = (missing[row]! - 1) >> 31;
    sums[at] = (sums[at]! + ((offset + sign * codes[row]!) & is)) | 0;
    answered[at] = (answered[at]! - is) | 0;
  }
}

function addFour(
  sums: Int32Array,
  answered: Int32Array,
  { column: { codes: codesA, missing: missingA }, sign: signA, offset: offsetA }: KeyedColumn,
  { column: { codes: codesB, missing: missingB }, sign: signB, offset: offsetB }: KeyedColumn,
  { column: { codes: codesC, missing: missingC }, sign: signC, offset: offsetC }: KeyedColumn,
  { column: { codes: codesD, missing: missingD }, sign: signD, offset: offsetD }: KeyedColumn,
  start: number,
  end: number,
): void {
  for (let row = start, at = 0; row < end; row++, at++) {
    const isA = (missingA[row]! - 1) >> 31;
    const isB = (missingB[row]! - 1) >> 31;
    const isC = (missingC[row]! - 1) >> 31;
    const isD = (missingD[row]! - 1) >> 31;
    const a = (offsetA + signA * codesA[row]!) & isA;
    const b = (offsetB + signB * codesB[row]!) & isB;
    const c = (offsetC + signC * codesC[row]!) & isC;
    const d = (offsetD + signD * codesD[row]!) & isD;
    sums[at] = (sums[at]! + a + b + c + d) | 0;
    answered[at] = (answered[at]! - isA - isB - isC - isD) | 0;
  }
}
