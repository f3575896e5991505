/**
 * SQL statements whose rows are mergeable statistics: the work is done where the answers are, and what comes back is as
 * small as the questionnaire. Plain text for SQLite, PostgreSQL and DuckDB; any driver may run it.
 */

export { MAXIMUM_VARIABLES } from './layout/check-variables.ts';
export { categoryCountsOfRows } from './readers/category-counts-of-rows.ts';
export { codeSumsOfRows } from './readers/code-sums-of-rows.ts';
export { contingencyTableOfRows } from './readers/contingency-table-of-rows.ts';
export { groupedCategoryCountsOfRows } from './readers/grouped-category-counts-of-rows.ts';
export { groupedCodeSumsOfRows } from './readers/grouped-code-sums-of-rows.ts';
export { groupedMomentsOfRows } from './readers/grouped-moments-of-rows.ts';
export { momentsOfRows } from './readers/moments-of-rows.ts';
export type { GroupedRowsOptions } from './readers/named-groups.ts';
export { pairwiseMomentsOfRows } from './readers/pairwise-moments-of-rows.ts';
export { responsePatternsOfRows } from './readers/response-patterns-of-rows.ts';
export { scoreGroupsOfRows } from './readers/score-groups-of-rows.ts';
export type { SqlRow } from './readers/sql-row.ts';
export { type AnswerColumns, type ScaleVariablesOptions, scaleVariables } from './scores/scale-variables.ts';
export { type ScoresSqlOptions, scoresSql } from './scores/scores-sql.ts';
export { type CodeSumsSqlOptions, codeSumsSql } from './statement/code-sums-sql.ts';
export { type CountsSqlOptions, countsSql } from './statement/counts-sql.ts';
export { type MomentsSqlOptions, momentsSql } from './statement/moments-sql.ts';
export { type ScoreGroupsSqlOptions, scoreGroupsSql } from './statement/score-groups-sql.ts';
export type { SqlSourceOptions } from './statement/source-options.ts';
export { quoteIdentifier } from './text/quote-identifier.ts';
export { SQL_DIALECTS, type SqlDialect } from './text/sql-dialect.ts';
export type { SqlSource } from './text/sql-source.ts';
export type { SqlVariable, SqlVariableOptions } from './text/sql-variable.ts';
export { stringLiteral } from './text/string-literal.ts';
