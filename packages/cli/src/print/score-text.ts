import { type ScoreTally, summaryOfTally } from '@peerscale/core';
import { type Standing, standingName } from '../options/standing-options.ts';
import type { ScoreDigest, ShownRow } from '../scores/score-digest.ts';
import { decimalsFor, fixed } from './number-text.ts';
import { standingsText } from './standings-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

function notScoredText({ rows, notScored }: ScoreTally): string {
  if (notScored.size === 0) return '0';
  const reasons = [...notScored].map(([reason, count]) => `${count} ${reason}`).join(', ');
  const total = [...notScored.values()].reduce((sum, count) => sum + count, 0);
  return `${total} of ${rows} (${reasons})`;
}

function summaryTable(tallies: readonly ScoreTally[]): string {
  return textTable(
    [textColumn('scale'), ...['n', 'mean', 'sd', 'min', 'max', 'prorated'].map(numberColumn), textColumn('not scored')],
    tallies.map((tally) => {
      const { id, n, mean, sd, min, max } = summaryOfTally(tally.scale, tally.values);
      const figures = [mean, sd, min, max].map((value) => fixed(value));
      return [id, String(n), ...figures, String(tally.prorated), notScoredText(tally)];
    }),
  );
}

/** The cells of one scale or standing, with as many decimals as it needs. */
function cellsOf(
  cells: readonly { readonly value: number | string | null; readonly reason: string | null }[],
): string[] {
  const decimals = decimalsFor(cells.map(({ value }) => (typeof value === 'string' ? null : value)));
  return cells.map(({ value, reason }) => {
    if (value === null) return reason ?? '';
    return typeof value === 'string' ? value : fixed(value, decimals);
  });
}

function firstRowsTable(scales: readonly string[], standings: readonly string[], shown: readonly ShownRow[]): string {
  const columns = [
    ...scales.map((_, i) => cellsOf(shown.map(({ scores }) => scores[i]!))),
    ...standings.map((_, i) => cellsOf(shown.map((row) => ({ value: row.standings[i]!, reason: null })))),
  ];
  return textTable(
    ['row', ...scales, ...standings].map(numberColumn),
    shown.map((_, row) => [String(row + 1), ...columns.map((column) => column[row]!)]),
  );
}

/** The scores as text: a summary a scale, where they stand if that was asked for, then the first rows. */
export function scoreText(digest: ScoreDigest, standings: readonly Standing[]): string {
  const { rows, scales, firstRows } = digest;
  const summary = `Scores\n\n${summaryTable(scales)}${standingsText(standings, digest.standings)}`;
  if (rows === 0) return `${summary}\n  Note: There are no respondents.\n`;
  const shown = firstRows.length;
  const title = rows > shown ? `The first ${shown} of ${rows} rows (all: --out scores.csv, or --json)` : 'All rows';
  const names = scales.map(({ scale }) => scale);
  return `${summary}\n${title}\n\n${firstRowsTable(names, standings.map(standingName), firstRows)}`;
}
