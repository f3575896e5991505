import { standingName } from '../options/standing-options.ts';
import { type ScoredChunk, standingCell } from '../scores/scored-chunk.ts';
import { csvLine } from './csv-line.ts';

const ROWS_A_PIECE = 2000;

/** The header line of `scoresCsv`. */
export function scoresCsvHeader({ scales, standings }: ScoredChunk): string {
  const ofScales = scales.flatMap(({ scale }) =>
    ['value', 'used', 'prorated', 'reason'].map((part) => `${scale}.${part}`),
  );
  return csvLine(['row', ...ofScales, ...standings.map(({ standing }) => standingName(standing))]);
}

/**
 * Scores as CSV, in pieces: the row's number, for every scale the value, the number of items used, whether it was prorated,
 * and the reason where there is no value, then where the scores stand.
 */
export function* scoresCsv({ firstRow, rows, scales, standings }: ScoredChunk): Generator<string> {
  for (let first = 0; first < rows; first += ROWS_A_PIECE) {
    let piece = '';
    for (let row = first; row < Math.min(rows, first + ROWS_A_PIECE); row++) {
      // numbers, and words of our own: nothing here needs quotes
      piece += firstRow + row + 1;
      for (const { outcome } of scales) {
        const { value, used, prorated, reason } = outcome(row);
        piece += `,${value ?? ''},${used},${prorated},${reason ?? ''}`;
      }
      for (const standing of standings) piece += `,${standingCell(standing, row) ?? ''}`;
      piece += '\n';
    }
    yield piece;
  }
}
