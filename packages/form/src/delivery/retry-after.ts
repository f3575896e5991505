/** No server's wish is followed for longer than a day: a date can be wrong. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * The milliseconds a server asks to wait by `Retry-After` (RFC 9110, section 10.2.3): seconds, or an HTTP date. A date
 * is counted from the server's own `Date`, because the clock of the device may be wrong; from `now` where that is not
 * readable (another origin shows it only by `Access-Control-Expose-Headers`).
 *
 * @returns null where nothing is asked for, or nothing readable; at most a day
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, LONGEST);
  // `Date.parse` also reads "2" or "-1": an HTTP date names its month
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(date)) return null;
  const server = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(date - (Number.isNaN(server) ? now : server), 0), LONGEST);
}
