import { type ScaleScores, type ScoreSummary, scoreCounts } from '@peerscale/core';
import { decimalsFor, fixed } from './number-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const SHOWN_ROWS = 10;

function notScoredText(scores: ScaleScores, notScored: ReadonlyMap<string, number>): string {
  if (notScored.size === 0) return '0';
  const reasons = [...notScored].map(([reason, count]) => `${count} ${reason}`).join(', ');
  const total = [...notScored.values()].reduce((sum, count) => sum + count, 0);
  return `${total} of ${scores.values.length} (${reasons})`;
}

function summaryTable(scales: readonly ScaleScores[], summaries: readonly ScoreSummary[]): string {
  return textTable(
    [textColumn('scale'), ...['n', 'mean', 'sd', 'min', 'max', 'prorated'].map(numberColumn), textColumn('not scored')],
    scales.map((scores, i) => {
      const { id, n, mean, sd, min, max } = summaries[i]!;
      const { prorated, notScored } = scoreCounts(scores);
      const figures = [mean, sd, min, max].map((value) => fixed(value));
      return [id, String(n), ...figures, String(prorated), notScoredText(scores, notScored)];
    }),
  );
}

function firstRows(scales: readonly ScaleScores[], rows: number): string {
  const shown = Math.min(rows, SHOWN_ROWS);
  const columns = scales.map(({ receipt }) => {
    const receipts = Array.from({ length: shown }, (_, row) => receipt(row));
    const decimals = decimalsFor(receipts.map(({ value }) => value));
    return receipts.map(({ value, reason }) => (value === null ? (reason ?? 'NA') : fixed(value, decimals)));
  });
  const table = textTable(
    [numberColumn('row'), ...scales.map(({ scale }) => numberColumn(scale))],
    Array.from({ length: shown }, (_, row) => [String(row + 1), ...columns.map((column) => column[row]!)]),
  );
  const title = rows > shown ? `The first ${shown} of ${rows} rows (all: --out scores.csv, or --json)` : 'All rows';
  return `${title}\n\n${table}`;
}

/** The scores as text: a summary a scale, then the first rows. */
export function scoreText(scales: readonly ScaleScores[], summaries: readonly ScoreSummary[], rows: number): string {
  const summary = `Scores\n\n${summaryTable(scales, summaries)}`;
  return rows === 0 ? `${summary}\n  Note: There are no respondents.\n` : `${summary}\n${firstRows(scales, rows)}`;
}
