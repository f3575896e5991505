/** What the double `sum` leaves out of a + b, exactly, whichever is larger (Knuth's two-sum). */
export function roundingOfSum(a: number, b: number, sum: number): number {
  const taken = sum - a;
  return a - (sum - taken) + (b - taken);
}
