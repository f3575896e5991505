const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
const SHORT_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const MOMENT: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A day as YYYY-MM-DD in the reader's language. @example longDay('2026-11-22', 'en') // 'November 22, 2026' */
export function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, DAY).format(time(day));
}

/** Two days as YYYY-MM-DD as one span in the reader's language. */
export function daySpan(from: string, to: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, DAY).formatRange(time(from), time(to));
}

/** A day without its year. */
export function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, SHORT_DAY).format(time(day));
}

/** A moment, such as of a line of the log, in the reader's time zone. */
export function moment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, MOMENT).format(Date.parse(iso));
}

/** Today in UTC, by which waves open and close. */
export function todayUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A day some days later or earlier. @example addDays('2026-12-31', 1) // '2027-01-01' */
export function addDays(day: string, days: number): string {
  return new Date(time(day) + days * 86_400_000).toISOString().slice(0, 10);
}
