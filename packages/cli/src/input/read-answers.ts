import type { ResponseTable } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { answerChunks } from './answer-chunks.ts';

/** The answers of a CSV file, all at once. */
export interface Answers {
  readonly table: ResponseTable;
  readonly rows: number;
  /** cells read as "no answer" */
  readonly missingCells: number;
}

/**
 * Reads all answers that an instrument needs from a CSV file, three bytes a cell: see `answerChunks`.
 *
 * @throws CommandFailure as `answerChunks`
 */
export async function readAnswers(file: string, request: AnswersRequest, context: CommandContext): Promise<Answers> {
  const chunks = answerChunks(file, request, context, { rows: Number.POSITIVE_INFINITY });
  const { value } = await chunks.next();
  const { table, missingCells } = value!;
  return { table, rows: table.rows, missingCells };
}
