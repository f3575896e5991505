/**
 * The letter of a note by its place: a, b, c … z, aa, ab …
 *
 * @example letterOf(27) // 'ab'
 */
export function letterOf(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}
