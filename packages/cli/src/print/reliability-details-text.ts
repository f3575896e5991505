import type { ItemDistribution, ReliabilityDetails, ScoreDescription } from '@peerscale/core';
import { decimalsFor, fixed } from './number-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const MOST_CODES = 11;
const MOST_CORRELATIONS = 24;

const share = (value: number | null): string => (value === null ? 'NA' : `${fixed(100 * value, 1)}%`);

/** A number without needless decimals. */
const plain = (value: number | null): string => fixed(value, decimalsFor([value]));

/** The scale score in one line. */
export function scoreTable(score: ScoreDescription): string {
  const { n, mean, sd, minimum, maximum, possible, floor, ceiling, skewness, kurtosis } = score;
  const headings = ['n', 'mean', 'sd', 'min', 'max', 'possible', 'floor', 'ceiling', 'skew', 'kurtosis'];
  return textTable(
    [textColumn('score'), ...headings.map(numberColumn)],
    [
      [
        'scale',
        String(n),
        ...[mean, sd].map((value) => fixed(value)),
        ...[minimum, maximum].map(plain),
        `${plain(possible.minimum)} to ${plain(possible.maximum)}`,
        ...[floor, ceiling].map(share),
        ...[skewness.type3, kurtosis.type3].map((value) => fixed(value)),
      ],
    ],
  );
}

/** The answers to each item as they were given: shares of the codes, shape, and discrimination. */
export function answersTable(items: readonly ItemDistribution[]): string {
  const codes = [...new Set(items.flatMap(({ categories }) => categories.map(({ code }) => code)))];
  codes.sort((a, b) => a - b);
  const shown = codes.length > MOST_CODES ? [] : codes;
  const ends = shown.length === 0 ? ['floor', 'ceiling'] : [];
  const headings = [
    ...['n', 'missing'],
    ...shown.map(String),
    ...ends,
    ...['mean', 'sd', 'skew', 'kurtosis', 'discrimination'],
  ];
  return textTable(
    [textColumn('answers'), ...headings.map(numberColumn)],
    items.map((item) => {
      const { n, missing, categories, floor, ceiling, mean, sd, skewness, kurtosis, discrimination } = item;
      const shareOf = (wanted: number): string => {
        const found = categories.find(({ code }) => code === wanted);
        return found === undefined ? '' : share(found.share);
      };
      return [
        item.item,
        String(n),
        String(missing),
        ...shown.map(shareOf),
        ...(shown.length === 0 ? [floor, ceiling].map(share) : []),
        ...[mean, sd, skewness.type3, kurtosis.type3, discrimination.value].map((value) => fixed(value)),
      ];
    }),
  );
}

/** The lower triangle of the correlations of the keyed items; nothing where it would be wider than any screen. */
export function correlationTable(items: readonly string[], correlations: ReliabilityDetails['correlations']): string {
  if (items.length > MOST_CORRELATIONS) return '';
  return textTable(
    [textColumn('r'), ...items.slice(0, -1).map(numberColumn)],
    items
      .slice(1)
      .map((item, row) => [
        item,
        ...items.slice(0, -1).map((_, column) => (column <= row ? fixed(correlations[row + 1]![column]!, 2) : '')),
      ]),
  );
}
