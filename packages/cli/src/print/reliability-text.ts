import type { Instrument, ItemStatistics, ReliabilityReport, ReliabilityScale } from '@peerscale/core';
import { scaleOf } from '@peerscale/core';
import { counted, fixed, percent } from './number-text.ts';
import { safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const itemName = ({ item, reversed }: ItemStatistics): string => `${item}${reversed ? '-' : ''}`;

function headLine({ k, n, nDropped }: ReliabilityScale, title: string): string {
  const all = counted(n + nDropped, 'respondent', 'respondents');
  return `${title}: ${counted(k, 'item', 'items')}, n = ${n} (listwise: ${nDropped} of ${all} left out)\n`;
}

function coefficients({ alpha }: ReliabilityScale): string {
  const { level, lower, upper } = alpha.interval;
  const interval = `${percent(level)} interval ${fixed(lower)} to ${fixed(upper)} (Feldt)`;
  const rows = [
    ['alpha', fixed(alpha.value), interval],
    ['standardized alpha', fixed(alpha.standardized), ''],
    ['Guttman lambda 6', fixed(alpha.lambda6), ''],
    ['average r', fixed(alpha.averageR), ''],
    ['median r', fixed(alpha.medianR), ''],
    ['signal-to-noise', fixed(alpha.signalToNoise), ''],
  ];
  return textTable([textColumn(''), numberColumn(''), textColumn('')], rows);
}

function itemTable(items: readonly ItemStatistics[]): string {
  return textTable(
    [textColumn('item'), ...['n', 'mean', 'sd', 'raw.r', 'std.r', 'r.cor', 'r.drop'].map(numberColumn)],
    items.map((item) => {
      const { n, mean, sd, rawR, stdR, rCor, rDrop } = item;
      return [itemName(item), String(n), ...[mean, sd, rawR, stdR, rCor, rDrop].map((value) => fixed(value))];
    }),
  );
}

const DROPPED_COLUMNS = ['alpha', 'std.alpha', 'lambda6', 'average r', 'median r', 'var r', 'S/N', 'alpha se'];

function droppedTable(items: readonly ItemStatistics[]): string {
  return textTable(
    [textColumn('without'), ...DROPPED_COLUMNS.map(numberColumn)],
    items.map((item) => {
      const { alpha, standardized, lambda6, averageR, medianR, varianceR, signalToNoise, standardError } =
        item.ifDropped;
      return [
        itemName(item),
        ...[alpha, standardized, lambda6, averageR, medianR].map((value) => fixed(value)),
        fixed(varianceR, 4),
        fixed(signalToNoise),
        fixed(standardError, 4),
      ];
    }),
  );
}

function scaleText(scale: ReliabilityScale, title: string): string {
  const { itemStatistics, issues } = scale;
  const footnote = itemStatistics.some(({ reversed }) => reversed)
    ? ['  A "-" after an item: its codes were reversed first, as they stand against the scale.']
    : [];
  const notes = issues.map(({ message }) => `  Note: ${safeText(message, 300)}`);
  return [
    headLine(scale, title) + coefficients(scale),
    itemTable(itemStatistics),
    ...(scale.k > 1 ? [droppedTable(itemStatistics)] : []),
    ...[...footnote, ...notes].map((line) => `${line}\n`),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}

/** The reliability report as text: a block a scale, figures with fixed decimals, "NA" for what does not exist. */
export function reliabilityText(report: ReliabilityReport, instrument: Instrument, isAdHoc: boolean): string {
  const title = ({ id, items }: ReliabilityScale): string =>
    isAdHoc
      ? `Scale of ${safeText(items.length > 2 ? `${items[0]} ... ${items.at(-1)}` : items.join(', '))}`
      : `${safeText(scaleOf(instrument, id).name.en)} (${id})`;
  return report.scales.map((scale) => scaleText(scale, title(scale))).join('\n');
}
