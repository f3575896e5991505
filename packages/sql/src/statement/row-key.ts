import { quoteIdentifier } from '../text/quote-identifier.ts';

/** By what rows are told apart: a text that is never NULL, as joins and GROUP BY are quickest with. */
export interface RowKey {
  /** the key, of a row of the source; undefined where it is made of the values */
  readonly ofSource?: string;
  /** the key, of a row of `answers` */
  readonly ofAnswers: string;
  /** the key as the statement returns it, NULL for a row without a group */
  readonly shown: string;
}

/** The value of a column as text, after an equals sign; an empty text for NULL. */
export function groupKey(column: string): RowKey {
  const group = `source.${quoteIdentifier(column)}`;
  return {
    ofSource: `CASE WHEN ${group} IS NULL THEN '' ELSE '=' || CAST(${group} AS VARCHAR) END AS source_key`,
    ofAnswers: 'source_key',
    shown: "CASE WHEN row_key <> '' THEN SUBSTR(row_key, 2) END",
  };
}

/** One character a variable, "1" where it is answered. */
export function patternKey(k: number): RowKey {
  const marks = Array.from({ length: k }, (_, i) => `CASE WHEN v${i} IS NULL THEN '0' ELSE '1' END`);
  return { ofAnswers: marks.join(' || '), shown: 'row_key' };
}
