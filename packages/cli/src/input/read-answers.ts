import type { ResponseTable } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { openFileProgress } from '../output/progress.ts';
import { fileLabel } from '../print/safe-text.ts';
import { answerChunks } from './answer-chunks.ts';
import { type SideColumnNames, SideColumns, type SideColumnValues } from './side-columns.ts';

/** All answers of a file, for what cannot be worked out row by row, and some columns beside them. */
export interface ReadAnswers {
  readonly rows: number;
  readonly table: ResponseTable;
  readonly beside: SideColumnValues;
  /** cells read as "no answer" */
  readonly missingCells: number;
}

/**
 * Reads a CSV file in one pass into typed columns: three bytes an answer. On a terminal a line shows how far it is.
 *
 * @throws CommandFailure for a column that is missing or there twice, rows of another length, and cells that cannot be read
 */
export async function readAnswers(
  file: string,
  request: AnswersRequest,
  wanted: SideColumnNames,
  context: CommandContext,
): Promise<ReadAnswers> {
  const name = fileLabel(file);
  const beside = new SideColumns(wanted, name, request.missingCodes);
  const progress = await openFileProgress(context.terminal, file, context.cwd);
  try {
    const { onBytes } = progress;
    for await (const { table, missingCells } of answerChunks(file, request, context, {
      rows: Number.POSITIVE_INFINITY,
      onBytes,
      beside,
    })) {
      progress.onRows(table.rows);
      const failure = beside.badCells.failure(name);
      if (failure !== undefined) throw failure;
      return { rows: table.rows, table, beside, missingCells };
    }
  } finally {
    progress.end();
  }
  throw new RangeError('Unexpected end: there is always a chunk.');
}
