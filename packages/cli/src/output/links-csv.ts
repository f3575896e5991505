import type { WaveLink } from '@peerscale/core';
import { csvLine } from './csv-line.ts';

const ROWS_A_PIECE = 2000;

/**
 * Links as CSV, in pieces: a number for the person, the rows of both waves (counted from 1), and whether the code is the same
 * throughout or which element differs. Neither codes nor hashes are in it.
 */
export function* linksCsv(links: readonly WaveLink[]): Generator<string> {
  yield csvLine(['person', 'first_row', 'second_row', 'found', 'differs']);
  const sorted = [...links].sort((a, b) => a.first - b.first);
  for (let start = 0; start < sorted.length; start += ROWS_A_PIECE) {
    yield sorted
      .slice(start, start + ROWS_A_PIECE)
      .map(({ first, second, differs }, i) =>
        csvLine([start + i + 1, first + 1, second + 1, differs === null ? 'exact' : 'tolerant', differs]),
      )
      .join('');
  }
}
