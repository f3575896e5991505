import type { ScaleScores } from '@peerscale/core';
import { csvLine } from './csv-line.ts';

const ROWS_A_PIECE = 2000;

/**
 * The scores as CSV, in pieces: the row's number, and for every scale the value, the number of items used, whether it was
 * prorated, and the reason where there is no value.
 */
export function* scoresCsv(scales: readonly ScaleScores[], rows: number): Generator<string> {
  const headings = scales.flatMap(({ scale }) =>
    ['value', 'used', 'prorated', 'reason'].map((part) => `${scale}.${part}`),
  );
  yield csvLine(['row', ...headings]);
  for (let first = 0; first < rows; first += ROWS_A_PIECE) {
    let piece = '';
    for (let row = first; row < Math.min(rows, first + ROWS_A_PIECE); row++) {
      const cells = scales.flatMap(({ receipt }) => {
        const { value, used, prorated, reason } = receipt(row);
        return [value, used.length, prorated, reason];
      });
      piece += csvLine([row + 1, ...cells]);
    }
    yield piece;
  }
}
