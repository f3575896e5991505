import {
  type CodingByScale,
  type Instrument,
  MISSING_REASONS,
  type MissingTreatment,
  type ScaleStatistics,
  type ScaleTally,
  scaleKey,
  scaleOf,
} from '@peerscale/core';
import {
  codeSumsOfRows,
  codeSumsSql,
  momentsSql,
  pairwiseMomentsOfRows,
  responsePatternsOfRows,
  type SqlVariableOptions,
  scoreGroupsOfRows,
  scoreGroupsSql,
} from '@peerscale/sql';
import type { CodeTable } from './code-table.ts';
import type { DuckdbSession } from './duckdb-session.ts';
import { scoreSql } from './score-sql.ts';

export interface ScaleTallyOptions {
  readonly instrument: Instrument;
  readonly coding: CodingByScale;
  readonly missing: MissingTreatment;
  readonly details: boolean;
}

/** The tally of one scale, worked out by DuckDB: what comes out of it grows with the items, not with the rows. */
export async function scaleTallyOfTable(
  session: DuckdbSession,
  table: CodeTable,
  scale: string,
  { instrument, coding, missing, details }: ScaleTallyOptions,
): Promise<ScaleTally> {
  const asked = { dialect: 'duckdb', from: 'codes' } as const;
  const variables = (id: string) => variablesOfScale(instrument, coding, table, id);
  const given = variables(scale).map(({ reverse: _, ...variable }) => variable);
  const keyed = variables(scale);
  const k = keyed.length;
  const sums = codeSumsOfRows(await session.query(codeSumsSql(given, asked)), k);

  let statistics: ScaleStatistics = { kind: 'code-sums', codeSums: sums };
  if (missing === 'pairwise') {
    const pairs = pairwiseMomentsOfRows(await session.query(momentsSql(keyed, { ...asked, missing })), k);
    statistics = { kind: 'pairwise', pairs };
  } else if (missing === 'em') {
    const patterns = responsePatternsOfRows(await session.query(momentsSql(keyed, { ...asked, missing })), k);
    statistics = { kind: 'patterns', patterns };
  }

  const groups = async () => {
    const keyedSql = (id: string, item: string): string => {
      const place = scaleOf(instrument, id).items.indexOf(item);
      return plainSql(variables(id)[place]!);
    };
    const score = scoreSql(instrument, coding, scale, keyedSql);
    const query = `SELECT *, ${score} AS score FROM codes`;
    const rows = await session.query(scoreGroupsSql(keyed, { ...asked, from: { query }, score: 'score' }));
    return scoreGroupsOfRows(rows, k);
  };
  return {
    scale,
    reversed: keyed.map(({ reverse }) => reverse !== undefined),
    complete: sums.n,
    statistics,
    groups: details ? await groups() : undefined,
    respondents: undefined,
  };
}

/** The items of a scale, reasons that its authors count as an answer filled in, and reversed where they stand against it. */
function variablesOfScale(
  instrument: Instrument,
  coding: CodingByScale,
  { items, marks }: CodeTable,
  scale: string,
): SqlVariableOptions[] {
  const { substitutes = {} } = scaleOf(instrument, scale);
  const filled = MISSING_REASONS.filter((reason) => substitutes[reason] !== undefined);
  return scaleKey(instrument, scale, coding).map(({ item, reversed, minimum, maximum }) => ({
    column: `c${items.indexOf(item)}`,
    missingCodes: MISSING_REASONS.filter((reason) => !filled.includes(reason)).map(marks.ofReason),
    recodes: filled.map((reason) => ({ from: marks.ofReason(reason), to: substitutes[reason]! })),
    ...(reversed ? { reverse: { minimum, maximum } } : {}),
  }));
}

/** The keyed answer as a double; for a score, in which every answer is there. */
function plainSql({ column, missingCodes = [], recodes = [], reverse }: SqlVariableOptions): string {
  const cases = [
    ...missingCodes.map((code) => `WHEN ${code} THEN NULL`),
    ...recodes.map(({ from, to }) => `WHEN ${from} THEN ${to}`),
  ];
  const value = `CAST(CASE ${column} ${cases.join(' ')} ELSE ${column} END AS DOUBLE)`;
  return reverse === undefined ? value : `(${reverse.minimum + reverse.maximum} - ${value})`;
}
