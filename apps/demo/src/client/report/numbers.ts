import type { MeanFigure, TeamReport } from '../api/report.ts';
import type { Locale } from '../catalogue.ts';

type Possible = TeamReport['scales'][number]['possible'];

/** Numbers of one scale as people read them: one decimal, none where a scale is a hundred points wide. */
export function numbersOf({ minimum, maximum }: Possible, locale: Locale) {
  const digits = maximum - minimum >= 20 ? 0 : 1;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });
  return {
    mean: (value: number) => format.format(value),
    // a minus is as wide as a plus, and is not taken for a dash
    difference: (value: number) => signed.format(value).replace('-', '\u2212'),
    end: (value: number) => new Intl.NumberFormat(locale).format(value),
    interval: ({ interval }: MeanFigure) =>
      interval === null ? '' : `${format.format(interval.lower)}–${format.format(interval.upper)}`,
  };
}
