import {
  mergeReliabilityTallies,
  type ReliabilityReportOptions,
  type ReliabilityTally,
  reliabilityTally,
  tallyOptionsOf,
} from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { openFileProgress } from '../output/progress.ts';
import { answerChunks } from './answer-chunks.ts';

/** Rows that are read and tallied at a time: what is in memory, whatever the length of the file. */
const ROWS_AT_A_TIME = 16_384;

/** The answers of a file as the reliability report reads them. */
export interface TalliedAnswers {
  readonly tally: ReliabilityTally;
  /** cells read as "no answer" */
  readonly missingCells: number;
}

/**
 * Reads a CSV file some rows at a time and keeps their tally. On a terminal a line shows how far it is.
 *
 * @param options of the report to be made of it: they say what has to be kept
 * @throws CommandFailure as `answerChunks`
 */
export async function tallyAnswers(
  file: string,
  request: AnswersRequest,
  options: ReliabilityReportOptions,
  context: CommandContext,
): Promise<TalliedAnswers> {
  const progress = await openFileProgress(context.terminal, file, context.cwd);
  const kept = tallyOptionsOf(options);
  let tally: ReliabilityTally | undefined;
  let missingCells = 0;
  try {
    const { onBytes } = progress;
    for await (const chunk of answerChunks(file, request, context, { rows: ROWS_AT_A_TIME, onBytes })) {
      const part = reliabilityTally(request.instrument, chunk.table, kept);
      tally = tally === undefined ? part : mergeReliabilityTallies(tally, part);
      missingCells += chunk.missingCells;
      progress.onRows(chunk.table.rows);
    }
  } finally {
    progress.end();
  }
  return { tally: tally!, missingCells };
}
