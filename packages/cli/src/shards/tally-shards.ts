import { type ReliabilityReportOptions, type ReliabilityTally, type ScaleTally, tallyOptionsOf } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import type { TalliedAnswers } from '../input/tally-answers.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { codeTable } from './code-table.ts';
import { withDuckdb } from './duckdb-session.ts';
import { expandShards } from './expand-shards.ts';
import { itemTallyOfCounts } from './item-tally-of-counts.ts';
import { type Duckdb, loadDuckdb } from './load-duckdb.ts';
import { scaleTallyOfTable } from './scale-tally-of-table.ts';

/**
 * The tally of many files, Parquet or CSV, taken by DuckDB: no row leaves it. What it gives are counts and whole-number
 * sums, so the figures are those of one CSV file with all the rows, to the last digit (pairwise and em: the last but a few).
 *
 * @param patterns names of files, or patterns such as `shards/*.parquet`
 * @param options of the report to be made of it
 * @throws CommandFailure for a bootstrap, files that are not there or of two kinds, columns that are missing, and cells
 *   without a code, with file, row, column and value
 */
export async function tallyShards(
  patterns: readonly string[],
  request: AnswersRequest,
  options: ReliabilityReportOptions,
  context: CommandContext,
  load?: () => Promise<Duckdb>,
): Promise<TalliedAnswers> {
  const { instrument, coding } = request;
  const { missing = 'listwise', details = false, respondents = false, scales } = tallyOptionsOf(options);
  if (respondents) {
    throw badInput('a bootstrap draws respondents, and no row leaves DuckDB: give one CSV file, or another --interval');
  }
  const duckdb = await loadDuckdb(load);
  return withDuckdb(duckdb, context.onInterrupt, async (session) => {
    const shards = await expandShards(session, patterns, context.cwd);
    const table = await codeTable(session, shards, request, context);
    const items = new Map(table.items.map((item, i) => [item, itemTallyOfCounts(table.counts[i]!, table.marks)]));
    const wanted = scales ?? instrument.scales.map(({ id }) => id);
    const tallies: ScaleTally[] = [];
    for (const id of wanted) {
      tallies.push(await scaleTallyOfTable(session, table, id, { instrument, coding, missing, details }));
    }
    const [first] = table.counts;
    const tally: ReliabilityTally = {
      rows: first === undefined ? 0 : first.missing + first.counts.reduce((sum, count) => sum + count, 0),
      missing,
      scales: tallies,
      items: details ? items : undefined,
    };
    return { tally, missingCells: [...items.values()].reduce((sum, { counts }) => sum + counts.missing, 0) };
  });
}
