import { type Instrument, itemOf, type ResponseTable, responseScaleOf, tableOfColumns } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { fileLabel } from '../print/safe-text.ts';
import { BadCells } from './bad-cells.ts';
import { type Cell, cellDecoder } from './cell-decoder.ts';
import { checkedText } from './checked-text.ts';
import { findColumns } from './find-columns.ts';
import { GrowableColumn } from './growable-column.ts';
import { type RecordPlace, readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';

/** The answers of a CSV file, as the scoring and the statistics take them. */
export interface Answers {
  readonly table: ResponseTable;
  readonly rows: number;
  /** cells read as "no answer" */
  readonly missingCells: number;
}

interface AnswerColumn {
  readonly item: string;
  readonly column: string;
  readonly index: number;
  readonly codes: readonly number[];
  readonly decode: (cell: string) => Cell;
  readonly answers: GrowableColumn;
}

const codesOf = (instrument: Instrument, item: string): readonly number[] =>
  responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes;

/**
 * Reads the answers that an instrument needs from a CSV file: one pass, of which only typed columns stay in memory. A file
 * without a header has no rows; a blank line is no row, except between the rows of a file with one column.
 *
 * @throws CommandFailure for a column that is missing or there twice, rows of another length, and cells without a code
 */
export async function readAnswers(file: string, request: AnswersRequest, context: CommandContext): Promise<Answers> {
  const { instrument, columns: columnOf, missingCodes } = request;
  const name = fileLabel(file);
  const badCells = new BadCells();
  let columns: AnswerColumn[] | undefined;
  let width = 0;
  let rows = 0;
  let missingCells = 0;

  const startColumns = (header: readonly string[]): void => {
    width = header.length;
    columns = findColumns(header, columnOf, name).map((found) => {
      const codes = codesOf(instrument, found.item);
      return { ...found, codes, decode: cellDecoder(codes, missingCodes), answers: new GrowableColumn() };
    });
  };
  const addRow = (cells: readonly string[], line: number): void => {
    rows++;
    for (const { index, column, codes, decode, answers } of columns!) {
      const value = cells[index]!;
      const cell = decode(value);
      if (typeof cell === 'number') answers.push(cell);
      else {
        answers.pushMissing();
        if (cell === 'missing') missingCells++;
        else badCells.add({ line, row: rows, column, value, kind: cell, codes });
      }
    }
  };
  const onRecord = (cells: readonly string[], { line, blankLinesBefore }: RecordPlace): void => {
    if (columns === undefined) {
      startColumns(cells);
      return;
    }
    if (width === 1) for (let blank = blankLinesBefore; blank > 0; blank--) addRow([''], line - blank);
    if (cells.length !== width) {
      throw badInput(`${name}: line ${line} (row ${rows + 1}) has ${cells.length} cells, the header has ${width}`);
    }
    addRow(cells, line);
  };

  await readCsv(checkedText(readSource(file, context), name), { name, delimiter: request.delimiter }, onRecord);
  const failure = badCells.failure(name);
  if (failure !== undefined) throw failure;
  const read = columns ?? [...columnOf.keys()].map((item) => ({ item, answers: new GrowableColumn() }));
  const table = tableOfColumns(
    rows,
    read.map(({ item, answers }) => ({ item, ...answers.view() })),
    { coding: request.coding },
  );
  return { table, rows, missingCells };
}
