import type { Interval, ItemStatistics, ReliabilityReportScale } from '@peerscale/core';
import { fixed, percent } from './number-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const METHODS = {
  feldt: 'by Feldt',
  bonett: 'by Bonett',
  'duhachek-iacobucci': 'by Duhachek and Iacobucci',
  'bootstrap-percentile': 'by percentile bootstrap',
  'bootstrap-bca': 'by BCa bootstrap',
} as const;

/** How an interval was made: "by BCa bootstrap, 1000 draws, seed 1". */
export function intervalMethodWords({ method, bootstrap }: Interval): string {
  if (bootstrap === undefined) return METHODS[method];
  const { draws, usable, seed } = bootstrap;
  const lost = usable === draws ? '' : `, in ${draws - usable} of them it does not exist`;
  return `${METHODS[method]}, ${draws} draws${lost}, seed ${seed}`;
}

function intervalText(interval: Interval | null): string {
  if (interval === null) return '';
  const { lower, upper } = interval;
  return lower === null && upper === null ? 'NA' : `${fixed(lower)} to ${fixed(upper)}`;
}

const itemName = ({ item, reversed }: ItemStatistics): string => `${item}${reversed ? '-' : ''}`;

/** The scales, one a line. */
export function scaleTable(scales: readonly ReliabilityReportScale[], titles: readonly string[]): string {
  const coefficient = ({ coefficients }: ReliabilityReportScale, wanted: string) =>
    coefficients.find(({ id }) => id === wanted);
  const level = percent(scales[0]!.alpha.interval.level);
  const isDrawn = scales[0]!.alpha.interval.bootstrap !== undefined;
  const headings = [
    ...['k', 'n', 'left out', 'alpha', `${level} interval`, 'std.alpha', 'omega'],
    ...(isDrawn ? [`${level} interval`] : []),
    'SEM',
  ];
  return textTable(
    [textColumn('scale'), ...headings.map(numberColumn)],
    scales.map((scale, i) => {
      const { k, n, nDropped, alpha } = scale;
      const omega = coefficient(scale, 'omega-ml');
      return [
        titles[i]!,
        ...[k, n, nDropped].map(String),
        fixed(alpha.value),
        intervalText(alpha.interval),
        fixed(alpha.standardized),
        fixed(omega?.value ?? null),
        ...(isDrawn ? [intervalText(omega?.interval ?? null)] : []),
        fixed(coefficient(scale, 'standard-error-of-measurement')?.value ?? null),
      ];
    }),
  );
}

/** The items of one scale, one a line. */
export function itemTable(items: readonly ItemStatistics[]): string {
  const headings = ['n', 'mean', 'sd', 'raw.r', 'std.r', 'r.cor', 'r.drop', 'alpha without'];
  return textTable(
    [textColumn('item'), ...headings.map(numberColumn)],
    items.map((item) => {
      const { n, mean, sd, rawR, stdR, rCor, rDrop, ifDropped } = item;
      const figures = [mean, sd, rawR, stdR, rCor, rDrop, ifDropped.alpha];
      return [itemName(item), String(n), ...figures.map((value) => fixed(value))];
    }),
  );
}

/** Every coefficient of one scale, one a line. */
export function coefficientTable({ alpha, coefficients }: ReliabilityReportScale): string {
  const { value, standardized, averageR, medianR, signalToNoise, lambda6, interval } = alpha;
  const level = percent(interval.level);
  return textTable(
    [textColumn('coefficient'), numberColumn('value'), textColumn(`${level} interval`), textColumn('how')],
    [
      ['alpha', fixed(value), intervalText(interval), intervalMethodWords(interval)],
      ['standardized alpha', fixed(standardized), '', 'correlations'],
      ['average r', fixed(averageR), '', 'mean of the inter-item correlations'],
      ['median r', fixed(medianR), '', ''],
      ['signal-to-noise', fixed(signalToNoise), '', 'k r / (1 - r), r the average'],
      ['lambda 6 (smc)', fixed(lambda6), '', 'correlations'],
      ...coefficients.map((coefficient) => [
        coefficient.name,
        fixed(coefficient.value),
        intervalText(coefficient.interval),
        coefficient.method + otherMethod(coefficient.interval, interval),
      ]),
    ],
  );
}

/** Said where an interval is of another kind than alpha's. */
const otherMethod = (own: Interval | null, asked: Interval): string =>
  own === null || own.method === asked.method ? '' : `; interval ${METHODS[own.method]}`;

const DROPPED_COLUMNS = ['alpha', 'std.alpha', 'lambda6', 'average r', 'median r', 'var r', 'S/N', 'alpha se'];

/** The figures of one scale with each item left out. */
export function droppedTable(items: readonly ItemStatistics[]): string {
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
