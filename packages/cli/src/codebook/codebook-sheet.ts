/** A cell of a codebook: a text, or a list. */
export type SheetCell = string | readonly string[];

export interface SheetColumn {
  readonly id: string;
  readonly heading: string;
  /** BCP 47 tag of the texts, where it is not English */
  readonly lang?: string;
}

/** A codebook as a table, before it becomes text, CSV or a page. */
export interface CodebookSheet {
  readonly title: string;
  /** what is the same for all rows, by name */
  readonly facts: readonly (readonly [string, string])[];
  /** the first column names the variable, the second says in short what it is */
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly Readonly<Record<string, SheetCell>>[];
  /** further facts that CSV has no other place for: a column each, the same in all rows */
  readonly perRow: Readonly<Record<string, string>>;
}
