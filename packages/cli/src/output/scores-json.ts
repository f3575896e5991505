import { summaryOfTally } from '@peerscale/core';
import type { AnswersRequest } from '../options/answers-request.ts';
import type { Standing } from '../options/standing-options.ts';
import { NORM_CAUTION } from '../print/standings-text.ts';
import type { ScoreDigest } from '../scores/score-digest.ts';
import { type ScoredChunk, standingCell } from '../scores/scored-chunk.ts';

const ROWS_A_PIECE = 500;

/** What a high code means, response scale by response scale, and who says so. */
const codingOf = ({ instrument, coding, codingBy }: AnswersRequest) =>
  instrument.responseScales.map(({ id, highCodeMeans }) => ({
    responseScale: id,
    highCodeMeans: coding[id] ?? highCodeMeans,
    by: coding[id] === undefined ? 'the definition' : codingBy,
    definition: highCodeMeans,
  }));

/** The norms and bands that were asked for, whole: sample, figures, source, caution. */
function standingsHead(standings: readonly Standing[]) {
  const norms = standings.flatMap((standing) =>
    standing.kind === 'norm' ? [{ ...standing.norm, unit: standing.unit, caution: NORM_CAUTION }] : [],
  );
  const bands = standings.flatMap((standing) => (standing.kind === 'bands' ? [standing.bands] : []));
  return { ...(norms.length > 0 && { norms }), ...(bands.length > 0 && { bands }) };
}

function rowJson({ firstRow, scales, standings }: ScoredChunk, row: number): string {
  const norms = standings.flatMap((scores) =>
    scores.standing.kind === 'norm'
      ? [
          {
            norm: scores.standing.norm.id,
            scale: scores.standing.norm.scale,
            unit: scores.standing.unit,
            value: standingCell(scores, row),
          },
        ]
      : [],
  );
  const bands = standings.flatMap((scores) =>
    scores.standing.kind === 'bands'
      ? [
          {
            bands: scores.standing.bands.id,
            scale: scores.standing.bands.scale,
            band: standingCell(scores, row),
          },
        ]
      : [],
  );
  return JSON.stringify({
    row: firstRow + row + 1,
    receipts: scales.map(({ receipt }) => receipt(row)),
    ...(norms.length > 0 && { norms }),
    ...(bands.length > 0 && { bands }),
  });
}

/** The JSON of `peerscale score`, in pieces: a receipt for every scale of every row is too much to hold as one text. */
export function* scoresJson(
  file: string,
  request: AnswersRequest,
  standings: readonly Standing[],
  digest: ScoreDigest,
  chunks: readonly ScoredChunk[],
): Generator<string> {
  const { id, version, validation } = request.instrument;
  const head = {
    schema: 'peerscale/scores@1',
    input: { file, rows: digest.rows },
    instrument: { id, version, validation },
    coding: codingOf(request),
    ...standingsHead(standings),
    scales: digest.scales.map(({ scale, values }) => summaryOfTally(scale, values)),
  };
  const start = JSON.stringify(head, null, 2);
  yield `${start.slice(0, start.lastIndexOf('\n'))},\n  "scores": [`;
  for (const chunk of chunks) {
    for (let first = 0; first < chunk.rows; first += ROWS_A_PIECE) {
      let piece = '';
      for (let row = first; row < Math.min(chunk.rows, first + ROWS_A_PIECE); row++) {
        piece += `${chunk.firstRow + row === 0 ? '' : ','}\n    ${rowJson(chunk, row)}`;
      }
      yield piece;
    }
  }
  yield digest.rows === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
