/**
 * A number as SQL writes it, negative ones in brackets.
 *
 * @throws RangeError for NaN and infinite numbers
 * @example numberLiteral(-9) // (-9)
 */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Unexpected number: ${value}.`);
  return value < 0 ? `(${value})` : String(value);
}
