import type { Instrument } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import type { SqlSourceOptions } from '../statement/source-options.ts';
import { quoteIdentifier } from '../text/quote-identifier.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import { sourceSql } from '../text/sql-source.ts';
import type { AnswerColumns } from './scale-variables.ts';
import { scoreColumns } from './score-columns.ts';
import { columnOf } from './step-columns.ts';
import { stepwiseSelect } from './stepwise-select.ts';

export interface ScoresSqlOptions extends SqlSourceOptions, AnswerColumns {
  /** ids of the scales, in the order of the columns; default: all, as the instrument has them */
  readonly scales?: readonly string[];
  /** columns of the source that come along as they are, before the scores; default none */
  readonly keep?: readonly string[];
}

/**
 * One SQL statement that scores every row by the rule of `scoreResponses`: a column a scale, named by its id, with the
 * score as a double, NULL where the missing rule gives none. It goes through the core's operations in the core's order, so
 * that a score is the same double to the last bit. Its rows are what `{ query }` of the other statements takes: moments of
 * scores by team, say, without a row that leaves the engine.
 *
 * Keys, weights, counts, parts, substitutes, proration and `percent-of-maximum` are those of the definition. Codes are
 * taken as they are: that a cell holds one that its item has is for whoever wrote it there, or for `countsSql` to find
 * (`scoreResponses` refuses others).
 *
 * @returns the statement, without a semicolon at its end; the rows come in any order
 * @throws RangeError for no scales or one that the instrument does not have, more than 300 items, a name that two columns
 *   would have (capitals or not: SQLite and DuckDB tell none apart), or a name, number or source that cannot be written
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const source = { dialect: 'sqlite', from: 'answers', keep: ['team'] } as const;
 * const query = scoresSql(instrument, { ...source, column: (item) => item, reasonCode: () => -1 });
 * momentsSql(['scale'], { dialect: 'sqlite', from: { query }, groupBy: 'team' })
 */
export function scoresSql(instrument: Instrument, options: ScoresSqlOptions): string {
  const { dialect, from, keep = [], scales = instrument.scales.map(({ id }) => id) } = options;
  checkDialect(dialect);
  if (scales.length === 0) throw new RangeError('Unexpected scales: there are none.');
  const names = [...keep, ...scales].map((name) => name.toLowerCase());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`Unexpected columns: ${twice} is there twice.`);
  const kept = keep.map((name, i) => ({
    column: columnOf(`k${i}`, `source.${quoteIdentifier(name)}`, []),
    as: quoteIdentifier(name),
  }));
  const { columns, items } = scoreColumns(instrument, scales, options);
  checkVariables(items);
  const scores = scales.map((id, i) => ({ column: columns[i]!, as: quoteIdentifier(id) }));
  return stepwiseSelect([...kept, ...scores], sourceSql(from, dialect), dialect);
}
