/**
 * How long to wait before the next attempt, in milliseconds: exponential backoff with full jitter,
 *
 *   random x min(longest, first x 2^(failures - 1))
 *
 * so that a thousand forms that lost the server at one moment do not come back at one moment. Where the server said how
 * long to wait (`asked`), that, and the jitter on top.
 *
 * @param failures attempts in a row that failed, from 1
 * @param random from 0 up to, but not including, 1
 */
export function backoff(
  failures: number,
  random: number,
  asked: number | null,
  first = 1_000,
  longest = 60_000,
): number {
  const jitter = random * Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
  return Math.round((asked ?? 0) + jitter);
}
