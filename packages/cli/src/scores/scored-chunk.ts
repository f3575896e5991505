import { type Instrument, normedScore, type ScaleScores, scoreBand, scoreResponses } from '@peerscale/core';
import type { AnswerChunk } from '../input/answer-chunks.ts';
import type { Standing } from '../options/standing-options.ts';

/** Where the scores of some rows stand: figures (NaN where there is no score), or ids of bands. */
export type StandingScores =
  | { readonly standing: Standing & { readonly kind: 'norm' }; readonly values: Float64Array }
  | { readonly standing: Standing & { readonly kind: 'bands' }; readonly values: readonly (string | null)[] };

/** Some rows of a file, scored. */
export interface ScoredChunk {
  readonly firstRow: number;
  readonly rows: number;
  readonly scales: readonly ScaleScores[];
  readonly standings: readonly StandingScores[];
}

/** Scores some rows, and places the scores where that was asked for. */
export function scoredChunk(
  instrument: Instrument,
  { table, firstRow }: AnswerChunk,
  standings: readonly Standing[],
): ScoredChunk {
  const scales = scoreResponses(instrument, table);
  const scoresOf = (id: string): Float64Array => scales.find(({ scale }) => scale === id)!.values;
  return {
    firstRow,
    rows: table.rows,
    scales,
    standings: standings.map((standing): StandingScores => {
      if (standing.kind === 'norm') {
        const { norm, unit } = standing;
        const values = scoresOf(norm.scale).map((score) => normedScore(instrument, norm.id, score, unit).value);
        return { standing, values };
      }
      const { id, scale } = standing.bands;
      const bandOf = (score: number): string | null =>
        Number.isNaN(score) ? null : scoreBand(instrument, id, score).band.id;
      return { standing, values: Array.from(scoresOf(scale), bandOf) };
    }),
  };
}

/** What stands in one row: null where there is no score. */
export function standingCell({ values }: StandingScores, row: number): number | string | null {
  const value = values[row]!;
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
