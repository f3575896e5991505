/** From when on letters to staff leave, by the clock on the wall of a time zone. */
export interface LetterHour {
  /** HH:MM */
  readonly from: string;
  /** an IANA name, such as `Europe/Prague` */
  readonly timeZone: string;
}

/** Nobody is woken, and the day is still ahead. */
export const DEFAULT_LETTER_HOUR: LetterHour = { from: '07:00', timeZone: 'UTC' };

export interface LocalTime {
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM, from 00:00 to 23:59 */
  readonly time: string;
}

/**
 * Day and time by the clock on the wall of a time zone, summer time included.
 *
 * @param at milliseconds UTC
 * @throws RangeError for a name that is no time zone
 * @example localTime(Date.UTC(2026, 10, 26, 23, 30), 'Europe/Prague') // { day: '2026-11-27', time: '00:30' }
 */
export function localTime(at: number, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type)!;
  return {
    day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}`,
  };
}

/** Whether Intl knows a time zone of that name. An offset such as `+01:00` is none: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
