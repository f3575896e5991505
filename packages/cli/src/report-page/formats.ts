/** How numbers are written in the language of a report. */
export interface Formats {
  /** a mean, a standard deviation: two decimals */
  readonly figure: (value: number | null) => string;
  /** what cannot leave -1 to 1, such as alpha and r: two decimals, in English without the zero in front (APA 7, 6.36) */
  readonly bounded: (value: number | null) => string;
  /** the same with three decimals, for what is small: variances of correlations, standard errors */
  readonly precise: (value: number | null) => string;
  /** as many decimals as it takes, at most three: codes and ends of a range */
  readonly short: (value: number) => string;
  readonly count: (value: number) => string;
  /** a share of people, in whole percent; below ten percent with one decimal */
  readonly percent: (share: number | null) => string;
  /** a level such as 0.95: 95% */
  readonly level: (level: number) => string;
  /** ends of an interval in brackets */
  readonly interval: (lower: string, upper: string) => string;
}

export const NO_FIGURE = '–';
const LARGEST_IN_FULL = 1e9;

/**
 * The formats of a language. Negative numbers have a minus sign, not a hyphen; a number that rounds to zero has none.
 *
 * @param locale BCP 47 tag
 * @param keepsZero whether the zero before the decimal sign is always written
 * @param between what stands between the ends of an interval
 * @example formats('en', false, ', ').bounded(-0.5) // '−.50'
 */
export function formats(locale: string, keepsZero: boolean, between: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    return (value: number) => format.format(value).replace('-', '−');
  };
  const two = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const huge = number({ notation: 'scientific', maximumSignificantDigits: 4 });
  const three = number({ maximumFractionDigits: 3 });
  const fine = number({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const whole = number({ maximumFractionDigits: 0 });
  const percents = [0, 1, 3].map((digits) =>
    number({ style: 'percent', minimumFractionDigits: digits === 1 ? 1 : 0, maximumFractionDigits: digits }),
  );
  const inFull = (format: (value: number) => string) => (value: number) =>
    Math.abs(value) < LARGEST_IN_FULL ? format(value) : huge(value);
  const or = (format: (value: number) => string) => (value: number | null) =>
    value === null || !Number.isFinite(value) ? NO_FIGURE : format(value);
  return {
    figure: or(inFull(two)),
    bounded: or((value) => (keepsZero ? inFull(two)(value) : inFull(two)(value).replace(/^(−?)0\./, '$1.'))),
    precise: or((value) => (keepsZero ? fine(value) : fine(value).replace(/^(−?)0\./, '$1.'))),
    short: inFull(three),
    count: whole,
    percent: or((share) => percents[share > 0 && share < 0.0995 ? 1 : 0]!(share)),
    level: (level) => percents[2]!(level),
    interval: (lower, upper) => `[${lower}${between}${upper}]`,
  };
}
