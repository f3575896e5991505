import type { FixedColumn } from './mixed-model-types.ts';

/**
 * A factor as columns of 0 and 1, one a level but the first: its effect is the difference from the first.
 *
 * @param name of the factor; it is the term under which the columns are tested together
 * @param values a level a row; null, undefined, NaN and '' are missing and become NaN
 * @param levels in their order, the reference first; default: those that occur, numbers ascending, text by code unit
 * @throws RangeError for a value that is none of the levels
 * @see as R `contr.treatment`
 * @example treatmentContrasts('wave', [1, 2, 3]).map(({ name }) => name) // 'wave 2', 'wave 3'
 */
export function treatmentContrasts(
  name: string,
  values: ArrayLike<string | number | null | undefined>,
  levels?: readonly (string | number)[],
): FixedColumn[] {
  const isMissing = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || Number.isNaN(value);
  const all = Array.from(values);
  const found = new Set(all.filter((value): value is string | number => !isMissing(value)));
  const order =
    levels ??
    [...found].sort((a, b) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
    );
  for (const value of found) {
    if (!order.includes(value)) throw new RangeError(`Unexpected level of ${name}: ${value}.`);
  }
  return order.slice(1).map((level) => ({
    name: `${name} ${level}`,
    term: name,
    values: Float64Array.from(all, (value) => (isMissing(value) ? NaN : value === level ? 1 : 0)),
  }));
}
