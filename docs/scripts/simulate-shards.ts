import { DuckDBInstance } from '@duckdb/node-api';
import { type CodeSums, type Moments, mergeAllCodeSums, mergeMoments } from '@peerscale/core';
import { codeSumsOfRows, codeSumsSql, momentsOfRows, momentsSql, type SqlRow } from '@peerscale/sql';

const ITEMS = Array.from({ length: 10 }, (_, i) => `i${i + 1}`);

/** One simulation: so many rows in so many shards, each asked by a statement of its own. Times in seconds. */
export interface ShardSimulation {
  readonly rows: number;
  readonly shards: number;
  /** all statements, one after the other; side by side they take as long as the slowest */
  readonly statements: number;
  readonly slowestStatement: number;
  /** putting the results together, the median of nine times */
  readonly merge: number;
  /** one statement over all rows */
  readonly pooled: number;
  /** largest difference between merged and pooled co-moments, relative to the product of the two spreads */
  readonly difference: number;
  /** whether the sums of codes agree bit for bit */
  readonly isExact: boolean;
}

/**
 * Ten items in as many tables as there are shards, within DuckDB: the moments and code sums of each by its own statement,
 * merged, beside those of all rows together.
 */
export async function simulateShards(rows: number, shards: number): Promise<ShardSimulation> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const query = async (sql: string): Promise<SqlRow[]> => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const timed = async <T>(work: () => T | Promise<T>): Promise<[result: Awaited<T>, seconds: number]> => {
    const start = performance.now();
    const result = await work();
    return [result, (performance.now() - start) / 1000];
  };
  try {
    // a trait of the respondent and an error of the answer; the hash is the seed
    const answers = ITEMS.map(
      (item, i) => `CAST(1 + (hash(r * 2) % 5 + hash(r * 1009 + ${i}) % 5) // 2 AS TINYINT) AS ${item}`,
    );
    const answersOf = (range: string) => `SELECT ${answers.join(', ')} FROM range(${range}) AS rows(r)`;
    await query(`CREATE TABLE pooled AS ${answersOf(String(rows))}`);
    for (let shard = 0; shard < shards; shard++) {
      await query(`CREATE TABLE shard${shard} AS ${answersOf(`${shard}, ${rows}, ${shards}`)}`);
    }
    const momentsFrom = async (from: string) =>
      momentsOfRows(await query(momentsSql(ITEMS, { dialect: 'duckdb', from })), ITEMS.length);
    const sumsFrom = async (from: string) =>
      codeSumsOfRows(await query(codeSumsSql(ITEMS, { dialect: 'duckdb', from })), ITEMS.length);

    const [whole, pooled] = await timed(() => momentsFrom('pooled'));
    const parts: Moments<'listwise'>[] = [];
    const times: number[] = [];
    for (let shard = 0; shard < shards; shard++) {
      const [part, time] = await timed(() => momentsFrom(`shard${shard}`));
      parts.push(part);
      times.push(time);
    }
    const mergeAll = () => parts.reduce(mergeMoments);
    const merges: number[] = [];
    for (let round = 0; round < 9; round++) merges.push((await timed(mergeAll))[1]);
    const merge = merges.sort((x, y) => x - y)[4]!;
    const merged = mergeAll();

    const place = (i: number) => (i * (i + 1)) / 2 + i;
    const spread = (i: number) => Math.sqrt(whole.comoments[place(i)]!);
    let difference = Math.abs(merged.n - whole.n);
    for (let i = 0, p = 0; i < ITEMS.length; i++) {
      for (let j = 0; j <= i; j++, p++) {
        const gap = Math.abs(merged.comoments[p]! - whole.comoments[p]!) / (spread(i) * spread(j));
        difference = Math.max(difference, gap);
      }
    }
    const sums: CodeSums[] = [];
    for (let shard = 0; shard < shards; shard++) sums.push(await sumsFrom(`shard${shard}`));
    const exact = await sumsFrom('pooled');
    const added = mergeAllCodeSums(sums);
    const isExact =
      added.n === exact.n &&
      added.sums.every((sum, i) => sum === exact.sums[i]) &&
      added.products.every((product, p) => product === exact.products[p]);
    return {
      rows,
      shards,
      statements: times.reduce((sum, time) => sum + time, 0),
      slowestStatement: Math.max(...times),
      merge,
      pooled,
      difference,
      isExact,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
