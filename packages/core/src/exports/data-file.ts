/** A column of a data file, with all that another program should know about it. */
export interface DataVariable {
  /** a name that SPSS, R and Stata take: see `programNames` */
  readonly name: string;
  /** what it is, in words; cut at 250 bytes where a program has no room for more */
  readonly label: string;
  readonly type: 'number' | 'text';
  readonly measure: 'nominal' | 'ordinal' | 'scale';
  /** decimal places shown; of numbers */
  readonly decimals?: number;
  /** what single codes mean, those that stand for a missing answer among them */
  readonly valueLabels?: readonly { readonly code: number; readonly label: string }[];
  /** codes from `low` to `high` stand for a missing answer */
  readonly missing?: { readonly low: number; readonly high: number };
  /** one a row: a number or text after `type`, null where there is nothing at all */
  readonly values: readonly (number | string | null)[];
}

/** A table that is to be read by another program: as CSV, SPSS syntax, SPSS file or by a script of R. */
export interface DataFile {
  /** what it is; at most 64 bytes are shown by SPSS */
  readonly label: string;
  readonly rows: number;
  readonly variables: readonly DataVariable[];
}

/**
 * @throws RangeError that names the variable: no columns, columns of different lengths, a name that a program would not
 *   take or that is there twice, a value of another type
 */
export function checkDataFile({ rows, variables }: DataFile): void {
  if (!Number.isInteger(rows) || rows < 0) throw new RangeError(`Unexpected number of rows: ${rows}.`);
  if (variables.length === 0) throw new RangeError('Unexpected data file: it has no variables.');
  const names = new Set<string>();
  for (const { name, type, values } of variables) {
    if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) throw new RangeError(`Unexpected name of a variable: ${name}.`);
    if (names.has(name.toLowerCase())) throw new RangeError(`Unexpected name of a variable: ${name} is there twice.`);
    names.add(name.toLowerCase());
    if (values.length !== rows) throw new RangeError(`Unexpected length of ${name}: ${values.length} of ${rows} rows.`);
    const wanted = type === 'number' ? 'number' : 'string';
    const wrong = values.findIndex(
      (value) => value !== null && (typeof value !== wanted || (typeof value === 'number' && !Number.isFinite(value))),
    );
    if (wrong >= 0) throw new RangeError(`Unexpected value of ${name} in row ${wrong + 1}: ${values[wrong]}.`);
  }
}
