import type { MissingTreatment } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { centredMomentsSql } from './centred-moments-sql.ts';
import { pairwiseMomentsSql } from './pairwise-moments-sql.ts';
import { groupKey, patternKey } from './row-key.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface MomentsSqlOptions extends SqlSourceOptions {
  /** rows with every answer, all rows pair by pair, or all rows by their pattern of answers (for `emMoments`); default listwise */
  readonly missing?: MissingTreatment;
  /** column of the team, wave or site; only with listwise */
  readonly groupBy?: string;
}

/**
 * One SQL statement whose rows become moments: `momentsOfRows`, `groupedMomentsOfRows` where `groupBy` is given,
 * `pairwiseMomentsOfRows` for pairwise and `responsePatternsOfRows` for em. What leaves the engine grows with the number
 * of variables (and groups, or patterns), not with the rows.
 *
 * It is centred: one reading of the rows for the means, a second for the products of the deviations from them (from the
 * whole number next to the mean, where all values are whole: then the sums are exact), and what is left of the means is
 * handed over as well, so that 1e9 + 1 keeps its digits. NULL is a missing answer,
 * and so is NaN. Up to 54 variables (pairwise 19) the rows are read twice; for more the triangle of products is cut into
 * parts, which are SELECTs joined by UNION ALL, each with its own second reading (pairwise with both).
 *
 * The groups are the column's values as text. Under em each different pattern of answered and missing variables is a
 * group: with many variables and many holes there may be nearly as many as rows.
 *
 * @param columns the variables, in the order in which the moments will have them
 * @returns the statement, without a semicolon at its end
 * @throws RangeError for less than 1 or more than 300 columns, groups under another treatment than listwise, or a
 *   name, number or source that cannot be written
 * @example momentsSql(['q1', { column: 'q2', reverse: { minimum: 1, maximum: 5 } }], { dialect: 'sqlite', from: 'answers' })
 */
export function momentsSql(columns: readonly SqlVariable[], options: MomentsSqlOptions): string {
  const { dialect, from, missing = 'listwise', groupBy } = options;
  checkDialect(dialect);
  checkVariables(columns.length);
  if (groupBy !== undefined && missing !== 'listwise') {
    throw new RangeError(`Unexpected groups: moments by group are listwise, not ${missing}.`);
  }
  const source = { dialect, from };
  switch (missing) {
    case 'listwise':
      return centredMomentsSql(columns, {
        ...source,
        onlyComplete: true,
        ...(groupBy === undefined ? {} : { key: groupKey(groupBy) }),
      });
    case 'pairwise':
      return pairwiseMomentsSql(columns, source);
    case 'em':
      return centredMomentsSql(columns, { ...source, onlyComplete: false, key: patternKey(columns.length) });
    default:
      throw new RangeError(`Unexpected treatment of missing answers: ${missing satisfies never}.`);
  }
}
