import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { correlationsOf, momentsOfCodeSums, packedIndex } from '@peerscale/core';
import {
  codeSumsOfRows,
  codeSumsSql,
  groupedMomentsOfRows,
  momentsOfRows,
  momentsSql,
  type SqlRow,
} from '@peerscale/sql';
import { median, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const ITEMS = 20;
const ROUNDS = 3;

/** Moments of 20 columns within DuckDB, beside its own correlations of all pairs. */
export async function benchSql(): Promise<BenchTable> {
  const n = Number(process.env.SQL_ROWS ?? 10_000_000);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const query = async (sql: string): Promise<SqlRow[]> => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const items = Array.from({ length: ITEMS }, (_, i) => `i${i + 1}`);
  try {
    // a trait of the respondent and an error of the answer, 1 to 5, with one hole in 500; the hash is the seed
    const answers = items.map((item, i) => {
      const [trait, error] = ['row_number * 2', `row_number * 1000003 + ${i}`].map((of) => `hash(${of})`);
      const code = `1 + (${trait} % 5 * 2 + ${error} % 5 + ${error} // 7 % 5) // 4`;
      return `CAST(CASE WHEN ${error} % 10000 >= 20 THEN ${code} END AS TINYINT) AS ${item}`;
    });
    await query(
      `CREATE TABLE answers AS SELECT ${answers.join(', ')}, hash(row_number * 7) % 1000 AS team FROM range(${n}) AS rows(row_number)`,
    );
    const pairs = items.flatMap((_, i) => Array.from({ length: i }, (_unused, j) => [i, j] as const));
    const corrSql = `SELECT ${pairs.map(([i, j], p) => `corr(${items[i]}, ${items[j]}) AS r${p}`).join(', ')} FROM answers`;
    const completeSql = `${corrSql} WHERE ${items.map((item) => `${item} IS NOT NULL`).join(' AND ')}`;
    const source = { dialect: 'duckdb', from: 'answers' } as const;

    const works = {
      corr: () => query(corrSql),
      completeCorr: () => query(completeSql),
      moments: () => query(momentsSql(items, source)),
      codeSums: () => query(codeSumsSql(items, source)),
      byTeam: () => query(momentsSql(items, { ...source, groupBy: 'team' })),
    };
    const times: Record<string, number> = {};
    const results: Record<string, SqlRow[]> = {};
    // the works take turns, so that a slow minute of the machine is no advantage to any of them
    const rounds = new Map<string, number[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, work] of Object.entries(works)) {
        const start = performance.now();
        results[name] = await work();
        rounds.set(name, [...(rounds.get(name) ?? []), (performance.now() - start) / 1000]);
      }
    }
    for (const [name, seconds] of rounds) times[name] = median(seconds);

    const moments = momentsOfRows(results.moments!, ITEMS);
    const exact = momentsOfCodeSums(codeSumsOfRows(results.codeSums!, ITEMS));
    const correlations = correlationsOf(moments);
    pairs.forEach(([i, j], p) => {
      for (const other of [Number(results.completeCorr![0]![`r${p}`]), correlationsOf(exact)[packedIndex(i, j)]!]) {
        const r = correlations[packedIndex(i, j)]!;
        if (!(Math.abs(r - other) < 1e-10)) throw new Error(`Correlation ${i}, ${j} differs: ${r}, ${other}.`);
      }
    });
    const teams = groupedMomentsOfRows(results.byTeam!, ITEMS).groups.size;
    const line = (work: string, time: string, out: string) => [
      work,
      secondsText(times[time]!),
      `${(times.corr! / times[time]!).toFixed(2)} x`,
      out,
    ];
    return {
      title: 'Statistics within DuckDB',
      text: `${ITEMS} columns of codes, ${n.toLocaleString('en-US')} rows with one hole in 500, made within DuckDB; two threads, medians of ${ROUNDS} rounds. The correlations agree to 1e-10, or the run stops. \`SQL_ROWS\` sets another number of rows.`,
      headings: ['work', 'time', 'as fast as `corr` on all pairs', 'numbers that leave the engine'],
      rows: [
        line(`\`corr\` on all ${pairs.length} pairs, no means, no listwise rule`, 'corr', String(pairs.length)),
        line('the same with the listwise rule', 'completeCorr', String(pairs.length)),
        line('`momentsSql`, listwise', 'moments', String(Object.keys(results.moments![0]!).length)),
        line('`codeSumsSql`, listwise', 'codeSums', String(Object.keys(results.codeSums![0]!).length)),
        line(`\`momentsSql\` by ${teams} teams`, 'byTeam', `${teams} x ${Object.keys(results.byTeam![0]!).length}`),
      ],
      verdicts: [verdict(times.moments! <= times.corr!, '`momentsSql` takes no longer than `corr` on all pairs')],
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
