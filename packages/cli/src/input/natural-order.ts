const byNumberAndLetter = new Intl.Collator('en', { numeric: true });

/** Names in an order that does not depend on that of the rows: numbers by size, text by letters. */
export function naturalOrder(a: string, b: string): number {
  return byNumberAndLetter.compare(a, b) || (a < b ? -1 : Number(a > b));
}
