/**
 * The place that a digit key chooses among `count` options, counted from 0; null where the key chooses none. Digits are
 * places and not codes, because places are what everybody sees and what a screen reader says ("2 of 5"); 0 is the tenth.
 *
 * @example digitOf('2', 5) // 1
 * @example digitOf('0', 5) // null
 */
export function digitOf(key: string, count: number): number | null {
  if (!/^[0-9]$/.test(key)) return null;
  const place = key === '0' ? 9 : Number(key) - 1;
  return place < count ? place : null;
}
