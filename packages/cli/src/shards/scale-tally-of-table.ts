import type { CodingByScale, Instrument, MissingTreatment, ScaleStatistics, ScaleTally } from '@peerscale/core';
import {
  codeSumsOfRows,
  codeSumsSql,
  momentsSql,
  pairwiseMomentsOfRows,
  responsePatternsOfRows,
  scaleVariables,
  scoreGroupsOfRows,
  scoreGroupsSql,
  scoresSql,
} from '@peerscale/sql';
import type { CodeTable } from './code-table.ts';
import type { DuckdbSession } from './duckdb-session.ts';

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
  const answers = {
    coding,
    column: (item: string) => `c_${table.items.indexOf(item)}`,
    reasonCode: table.marks.ofReason,
  };
  const keyed = scaleVariables(instrument, scale, answers);
  const given = scaleVariables(instrument, scale, { ...answers, keyed: false });
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
    const keep = keyed.map(({ column }) => column);
    const query = scoresSql(instrument, { ...asked, ...answers, scales: [scale], keep });
    const rows = await session.query(scoreGroupsSql(keyed, { ...asked, from: { query }, score: scale }));
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
