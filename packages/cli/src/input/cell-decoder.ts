import type { MissingReason } from '@peerscale/core';

/** A whole number as tables write it: "3", "03", "+3", "3.0". */
const WHOLE_NUMBER = /^[+-]?\d{1,15}(?:\.0*)?$/;

/** What a cell holds: a code, nothing (for a reason), a number that is no code of the response scale, or text. */
export type Cell = number | MissingReason | 'outside' | 'text';

/** A cell that stands for "no answer", and why there is none. */
export interface MissingCode {
  readonly cell: string;
  readonly reason: MissingReason;
}

/** The whole number written in a cell, undefined where there is none. */
function wholeNumber(text: string): number | undefined {
  return WHOLE_NUMBER.test(text) ? Number(text) : undefined;
}

const isNumeric = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/**
 * Reads the cells of one column. "3", " 3 " and "3.0" are the code 3; an empty cell, spaces and `NA` are missing (`skipped`),
 * and so is each of `missingCodes`, which goes before the response scale where it names one of its codes.
 *
 * @param codes the codes of the item's response scale
 * @param missingCodes further cells that stand for "no answer": numbers however they are written, other text as it is
 * @example cellDecoder([1, 2, 3], [{ cell: '-9', reason: 'refused' }])(' 3.0 ') // 3
 */
export function cellDecoder(
  codes: readonly number[],
  missingCodes: readonly MissingCode[] = [],
): (cell: string) => Cell {
  const missingText = new Map<string, MissingReason>([
    ['', 'skipped'],
    ['NA', 'skipped'],
  ]);
  const missingNumbers = new Map<number, MissingReason>();
  for (const { cell, reason } of missingCodes) {
    const number = wholeNumber(cell);
    if (number === undefined) missingText.set(cell, reason);
    else missingNumbers.set(number, reason);
  }
  const allowed = new Set(codes.filter((code) => !missingNumbers.has(code)));
  // nearly all cells are one of these, as they stand
  const plain = new Map([...allowed].map((code) => [String(code), code]));
  return (cell) => {
    const known = plain.get(cell);
    if (known !== undefined) return known;
    const text = cell.trim();
    const code = wholeNumber(text);
    const reason = code === undefined ? missingText.get(text) : missingNumbers.get(code);
    if (reason !== undefined) return reason;
    if (code === undefined) return isNumeric(text) ? 'outside' : 'text';
    return allowed.has(code) ? code + 0 : 'outside';
  };
}
