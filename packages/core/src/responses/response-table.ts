import type { CodingByScale } from '../instrument/instrument.ts';

/** The answers to one item: `missing[row]` is 0 where `codes[row]` is an answer, else 1 + the place in MISSING_REASONS. */
export interface ItemColumn {
  readonly item: string;
  readonly codes: Int16Array;
  readonly missing: Uint8Array;
}

/** Answers of many respondents to one instrument, a column an item, plus what tells teams, groups and waves apart. */
export interface ResponseTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, ItemColumn>;
  /** coding by response-scale id, where it differs from the definition's; one for the whole table */
  readonly coding: CodingByScale;
  readonly wave?: readonly string[];
  readonly team?: readonly string[];
  readonly group?: readonly string[];
}
