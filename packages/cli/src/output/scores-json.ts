import type { ScaleScores, ScoreSummary } from '@peerscale/core';

const ROWS_A_PIECE = 500;

/**
 * The JSON of `peerscale score`, in pieces: a receipt for every scale of every row is too much to hold as one text.
 *
 * @param head everything before the rows
 */
export function* scoresJson(
  head: { readonly input: { readonly file: string; readonly rows: number }; readonly instrument: object },
  summaries: readonly ScoreSummary[],
  scales: readonly ScaleScores[],
): Generator<string> {
  const { input, instrument } = head;
  const start = JSON.stringify({ schema: 'peerscale/scores@1', input, instrument, scales: summaries }, null, 2);
  yield `${start.slice(0, start.lastIndexOf('\n'))},\n  "scores": [`;
  for (let first = 0; first < input.rows; first += ROWS_A_PIECE) {
    let piece = '';
    for (let row = first; row < Math.min(input.rows, first + ROWS_A_PIECE); row++) {
      const receipts = scales.map(({ receipt }) => receipt(row));
      piece += `${row === 0 ? '' : ','}\n    ${JSON.stringify({ row: row + 1, receipts })}`;
    }
    yield piece;
  }
  yield input.rows === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
