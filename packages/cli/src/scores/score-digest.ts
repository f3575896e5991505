import {
  mergeScoreTallies,
  mergeValueTallies,
  type ScoreTally,
  scoreTally,
  type ValueTally,
  valueTally,
} from '@peerscale/core';
import { type ScoredChunk, type StandingScores, standingCell } from './scored-chunk.ts';

const SHOWN_ROWS = 10;

/** One row as the text shows it: of each scale the score or why there is none, then where the scores stand. */
export interface ShownRow {
  readonly scores: readonly { readonly value: number | null; readonly reason: string | null }[];
  readonly standings: readonly (number | string | null)[];
}

/** Where all scores stand: figures in short, or how many are in each band. */
export type StandingTally =
  | { readonly kind: 'values'; readonly values: ValueTally }
  | { readonly kind: 'bands'; readonly counts: ReadonlyMap<string, number> };

/** What is kept of scores that were written away: mergeable tallies, and the first rows. */
export interface ScoreDigest {
  readonly rows: number;
  readonly scales: readonly ScoreTally[];
  readonly standings: readonly StandingTally[];
  readonly firstRows: readonly ShownRow[];
}

/** The digest of some rows. */
export function scoreDigest({ rows, scales, standings }: ScoredChunk): ScoreDigest {
  return {
    rows,
    scales: scales.map(scoreTally),
    standings: standings.map(standingTally),
    firstRows: Array.from({ length: Math.min(rows, SHOWN_ROWS) }, (_, row) => ({
      scores: scales.map(({ outcome }) => {
        const { value, reason } = outcome(row);
        return { value, reason };
      }),
      standings: standings.map((scores) => standingCell(scores, row)),
    })),
  };
}

/** The digest of the rows of `a`, and of those of `b` after them. */
export function mergeScoreDigests(a: ScoreDigest, b: ScoreDigest): ScoreDigest {
  return {
    rows: a.rows + b.rows,
    scales: a.scales.map((tally, i) => mergeScoreTallies(tally, b.scales[i]!)),
    standings: a.standings.map((tally, i) => mergeStandings(tally, b.standings[i]!)),
    firstRows: [...a.firstRows, ...b.firstRows].slice(0, SHOWN_ROWS),
  };
}

function standingTally({ standing, values }: StandingScores): StandingTally {
  if (standing.kind === 'norm') return { kind: 'values', values: valueTally(values as Float64Array) };
  const counts = new Map(standing.bands.bands.map(({ id }) => [id, 0]));
  for (const band of values as readonly (string | null)[]) {
    if (band !== null) counts.set(band, counts.get(band)! + 1);
  }
  return { kind: 'bands', counts };
}

function mergeStandings(a: StandingTally, b: StandingTally): StandingTally {
  if (a.kind === 'values' && b.kind === 'values') {
    return { kind: 'values', values: mergeValueTallies(a.values, b.values) };
  }
  if (a.kind === 'bands' && b.kind === 'bands') {
    return { kind: 'bands', counts: new Map([...a.counts].map(([id, n]) => [id, n + b.counts.get(id)!])) };
  }
  throw new RangeError('Unexpected standings: of one request they are of one kind.');
}
