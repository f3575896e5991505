import { type Bands, type Norm, summaryOfTally } from '@peerscale/core';
import { type Standing, standingName } from '../options/standing-options.ts';
import type { StandingTally } from '../scores/score-digest.ts';
import { fixed, percent } from './number-text.ts';
import { safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

/** What goes with every figure that a norm gives. */
export const NORM_CAUTION =
  'A norm says where a score stands in this sample; it is neither a target nor a finding about a person.';

/** Where a norm or bands come from, on one line. */
export function sourceLine({ citation, doi, checkedOn }: Norm['source'] | Bands['source']): string {
  return safeText(`Source: ${citation}${doi === undefined ? '' : `, doi:${doi}`} (checked ${checkedOn})`, 400);
}

/** The sample of a norm and its figures, on one line. */
export function normLine({ sample, n, mean, sd, alpha, percentiles }: Norm): string {
  const figures = [
    n === undefined ? '' : `n = ${n}`,
    mean === undefined ? '' : `mean ${mean}`,
    sd === undefined ? '' : `sd ${sd}`,
    alpha === undefined ? '' : `alpha ${alpha}`,
    percentiles === undefined ? '' : `percentiles for ${percentiles.length} scores`,
  ].filter((figure) => figure !== '');
  return `${safeText(sample, 300)}: ${figures.join(', ')}`;
}

/** "below 2.6: low", "from 2.6: middle": the limits of every band, on one line. */
export function bandsLine({ bands }: Bands): string {
  return bands
    .map(({ id, from, label }, i) => {
      const limit = from === null ? `below ${bands[i + 1]?.from}` : `from ${from}`;
      return `${limit}: ${safeText(label.en)} (${id})`;
    })
    .join(', ');
}

function normText(standing: Standing & { kind: 'norm' }, tally: StandingTally & { kind: 'values' }): string {
  const { norm, unit } = standing;
  const { n, mean, sd, min, max } = summaryOfTally(norm.id, tally.values);
  const table = textTable(
    [textColumn(unit), ...['n', 'mean', 'sd', 'min', 'max'].map(numberColumn)],
    [[standingName(standing), String(n), ...[mean, sd, min, max].map((value) => fixed(value, 2))]],
  );
  return `${table}  Norm: ${normLine(norm)}\n  ${NORM_CAUTION}\n  ${sourceLine(norm.source)}\n`;
}

function bandsText(standing: Standing & { kind: 'bands' }, { counts }: StandingTally & { kind: 'bands' }): string {
  const { bands } = standing;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const table = textTable(
    [textColumn(standingName(standing)), numberColumn('from'), numberColumn('n'), numberColumn('share')],
    bands.bands.map(({ id, from, label }) => {
      const n = counts.get(id)!;
      const share = all === 0 ? 'NA' : percent(Math.round((1000 * n) / all) / 1000);
      return [`${id} (${label.en})`, from === null ? '' : String(from), String(n), share];
    }),
  );
  return `${table}  Caution: ${safeText(bands.caution, 400)}\n  ${sourceLine(bands.source)}\n`;
}

/** The norms and bands that were asked for: where the scores stand, with sample, caution and source. */
export function standingsText(standings: readonly Standing[], tallies: readonly StandingTally[]): string {
  return standings
    .map((standing, i) => {
      const tally = tallies[i]!;
      if (standing.kind === 'norm' && tally.kind === 'values') return `\n${normText(standing, tally)}`;
      if (standing.kind === 'bands' && tally.kind === 'bands') return `\n${bandsText(standing, tally)}`;
      return '';
    })
    .join('');
}
