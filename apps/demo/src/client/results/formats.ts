import type { Locale } from '../catalogue.ts';

export interface Formats {
  /** two decimals; `none` where there is no figure */
  readonly figure: (value: number | null, none?: string) => string;
  /** as many decimals as it takes, at most two: for ends of a range */
  readonly short: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly time: (date: Date) => string;
  /** counted, not measured */
  readonly whole: (value: number) => string;
  /** two decimals with a sign: for differences */
  readonly signed: (value: number) => string;
}

const made = new Map<Locale, Formats>();

/** Numbers and times as they are written in the reader's language. */
export function formats(locale: Locale): Formats {
  let found = made.get(locale);
  if (found === undefined) {
    const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const signed = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    // 24 or 12 hours is a matter of the region, which the reader's browser knows
    const region = navigator.languages.find((tag) => tag.split('-')[0] === locale) ?? locale;
    const time = new Intl.DateTimeFormat(region, { timeStyle: 'medium' });
    found = {
      // a minus is as wide as a plus, and is not taken for a dash
      figure: (value, none = '–') => (value === null ? none : figure.format(value).replace('-', '\u2212')),
      short: (value) => short.format(value),
      percent: (share) => percent.format(share),
      time: (date) => time.format(date),
      whole: (value) => whole.format(value),
      signed: (value) => signed.format(value).replace('-', '\u2212'),
    };
    made.set(locale, found);
  }
  return found;
}
