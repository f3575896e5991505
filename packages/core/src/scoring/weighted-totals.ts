import { BLOCK_ROWS, type BlockTotals } from './block-totals.ts';
import type { KeyedColumn } from './keyed-columns.ts';

/** An item with its weight; with `countFrom` its keyed value counts as 1 from there up, and as 0 below. */
export interface WeightedItem {
  readonly keyed: KeyedColumn;
  readonly weight: number;
  readonly countFrom: number | undefined;
}

/** The scores of a part with its weight, turned round about `mirror` (the sum of its limits) where that is there. */
export interface WeightedPart {
  readonly values: Float64Array;
  readonly weight: number;
  readonly mirror: number | undefined;
}

/** Totals of weighted or counted items, of items with substitutes, and of parts. */
export function weightedTotals(items: readonly WeightedItem[], parts: readonly WeightedPart[]): BlockTotals {
  const sums = new Float64Array(BLOCK_ROWS);
  const weights = new Float64Array(BLOCK_ROWS);
  const answered = new Int32Array(BLOCK_ROWS);
  const add = (at: number, value: number, weight: number): void => {
    sums[at]! += weight * value;
    weights[at]! += weight;
    answered[at]!++;
  };
  const addItem = ({ keyed, weight, countFrom }: WeightedItem, start: number, end: number): void => {
    const { column, sign, offset, substitutes } = keyed;
    for (let row = start; row < end; row++) {
      const reason = column.missing[row]!;
      const code = reason === 0 ? column.codes[row]! : substitutes[reason];
      if (code === undefined) continue;
      const value = offset + sign * code;
      add(row - start, countFrom === undefined ? value : Number(value >= countFrom), weight);
    }
  };
  const addPart = ({ values, weight, mirror }: WeightedPart, start: number, end: number): void => {
    for (let row = start; row < end; row++) {
      const value = values[row]!;
      if (!Number.isNaN(value)) add(row - start, mirror === undefined ? value : mirror - value, weight);
    }
  };
  return {
    sums,
    weights,
    answered,
    total(start, end) {
      for (const totals of [sums, weights, answered]) totals.fill(0);
      for (const item of items) addItem(item, start, end);
      for (const part of parts) addPart(part, start, end);
    },
  };
}
