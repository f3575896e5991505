import type { AnswerQuality } from '@peerscale/core';
import { csvLine } from './csv-line.ts';

const ROWS_A_PIECE = 2000;

/**
 * Everybody flagged by at least one index as CSV, in pieces: the row's number, by how many, and for each index its value and
 * whether it flags.
 */
export function* flaggedCsv({ measures, flagCounts }: AnswerQuality): Generator<string> {
  yield csvLine(['row', 'flags', ...measures.flatMap(({ index }) => [index, `${index}.flagged`])]);
  let piece = '';
  let held = 0;
  for (let row = 0; row < flagCounts.length; row++) {
    if (flagCounts[row] === 0) continue;
    const figures = measures.flatMap(({ values, flags }) => {
      const value = values[row]!;
      return [Number.isNaN(value) ? null : value, flags[row] === 1];
    });
    piece += csvLine([row + 1, flagCounts[row]!, ...figures]);
    if (++held < ROWS_A_PIECE) continue;
    yield piece;
    piece = '';
    held = 0;
  }
  if (piece !== '') yield piece;
}
