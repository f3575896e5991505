import { stringLiteral } from '@peerscale/sql';
import type { Cell, MissingCode } from '../input/cell-decoder.ts';
import type { CellMarks } from './cell-marks.ts';

/** How the cells of one column are read. */
export interface CodeColumn {
  readonly isNumeric: boolean;
  readonly codes: readonly number[];
  readonly decode: (cell: string) => Cell;
  /** further ways in which cells of this column are written */
  readonly spellings: readonly string[];
}

/**
 * The code or mark of a cell, as SQL: each way of writing it that is known, decoded here as the cells of a single CSV file
 * are, and "unread" for the rest.
 */
export function codeSql(
  cell: string,
  { isNumeric, codes, decode, spellings }: CodeColumn,
  missingCodes: readonly MissingCode[],
  marks: CellMarks,
): string {
  const texts = new Set([...codes.map(String), '', 'NA', ...missingCodes.map((code) => code.cell), ...spellings]);
  const cells = new Map<number, string[]>();
  for (const text of texts) {
    const decoded = decode(text);
    if (decoded === 'outside' || decoded === 'text') continue;
    if (isNumeric && (text === '' || !Number.isFinite(Number(text)))) continue;
    const value = typeof decoded === 'number' ? decoded : marks.ofReason(decoded);
    cells.set(value, [...(cells.get(value) ?? []), isNumeric ? String(Number(text)) : stringLiteral(text)]);
  }
  const cases = Array.from(cells, ([value, own]) => `WHEN ${cell} IN (${own.join(', ')}) THEN ${value}`);
  return `CASE ${cases.join(' ')} WHEN ${cell} IS NULL THEN ${marks.ofReason('skipped')} ELSE ${marks.unread} END`;
}
