import { type Pair, pairwiseParts } from '../layout/triangle-parts.ts';
import { fenceSql } from '../text/fence-sql.ts';
import type { SqlDialect } from '../text/sql-dialect.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import { centreSql } from './centre-sql.ts';
import { deviationSql } from './deviation-sql.ts';
import { NO_NUMBER } from './no-number.ts';
import type { SqlSourceOptions } from './source-options.ts';

/**
 * The two steps of `centredMomentsSql` for every pair of variables over the rows that have both. Of pair q, x is the first
 * variable where the second is there, y the second where the first is; on the diagonal there is only x.
 */
export function pairwiseMomentsSql(variables: readonly SqlVariable[], options: SqlSourceOptions): string {
  const parts = pairwiseParts(variables.length);
  const { sql, suffix } = answersTable(variables, options);
  const tables = parts.flatMap((pairs, part) => tablesOfPart(pairs, part, suffix, options.dialect));
  const selects = parts.map((pairs, part) => selectOfPart(pairs, part, suffix, parts[0]!.length));
  return `WITH ${[sql, ...tables].join(', ')}
${selects.join('\nUNION ALL\n')}`;
}

function tablesOfPart(pairs: readonly Pair[], part: number, suffix: string, dialect: SqlDialect): string[] {
  const name = `${part}${suffix}`;
  const fence = fenceSql(dialect);
  const deviation = (value: string, mean: string) => deviationSql(value, mean, dialect);
  const list = (ofPair: (q: number) => string, ofOneVariable: (q: number) => string) =>
    pairs.map(({ i, j }, q) => (i === j ? ofOneVariable(q) : ofPair(q))).join(', ');
  const both = pairs.map(({ i, j }, q) =>
    i === j
      ? `v${i} AS x${q}`
      : `CASE WHEN v${j} IS NOT NULL THEN v${i} END AS x${q}, CASE WHEN v${i} IS NOT NULL THEN v${j} END AS y${q}`,
  );
  return [
    `pairs${name} AS NOT MATERIALIZED (
  SELECT ${both.join(', ')}
  FROM answers${suffix}${fence}
)`,
    `centre${name} AS MATERIALIZED (
  SELECT ${list(
    (q) => `${centreSql(`x${q}`)} AS a${q}, ${centreSql(`y${q}`)} AS b${q}`,
    (q) => `${centreSql(`x${q}`)} AS a${q}`,
  )}
  FROM pairs${name}
)`,
    `deviations${name} AS NOT MATERIALIZED (
  SELECT ${list(
    (q) => `a${q}, b${q}, ${deviation(`x${q}`, `a${q}`)} AS x${q}, ${deviation(`y${q}`, `b${q}`)} AS y${q}`,
    (q) => `a${q}, ${deviation(`x${q}`, `a${q}`)} AS x${q}`,
  )}
  FROM pairs${name} CROSS JOIN centre${name}${fence}
)`,
  ];
}

function selectOfPart(pairs: readonly Pair[], part: number, suffix: string, width: number): string {
  const figures = Array.from({ length: width }, (_, q) => {
    const pair = pairs[q];
    if (pair === undefined) return FIGURES.map((name) => `${NO_NUMBER} AS ${name}${q}`).join(', ');
    const ofX = `CAST(COUNT(x${q}) AS DOUBLE PRECISION) AS n${q}, MIN(a${q}) AS a${q}, SUM(x${q}) AS s${q}, SUM(x${q} * x${q}) AS u${q}`;
    const ofY =
      pair.i === pair.j
        ? ['b', 't', 'w', 'c'].map((name) => `${NO_NUMBER} AS ${name}${q}`).join(', ')
        : `MIN(b${q}) AS b${q}, SUM(y${q}) AS t${q}, SUM(y${q} * y${q}) AS w${q}, SUM(x${q} * y${q}) AS c${q}`;
    return `${ofX}, ${ofY}`;
  });
  return `SELECT ${part} AS part, CAST(COUNT(*) AS DOUBLE PRECISION) AS n,
  ${figures.join(',\n  ')}
FROM deviations${part}${suffix}`;
}

/** The eight figures of a pair, in the order in which `selectOfPart` names them. */
const FIGURES = ['n', 'a', 's', 'u', 'b', 't', 'w', 'c'];
