import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Moments, mergeMoments, momentsOfColumns } from '@peerscale/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentsOfRows, momentsSql, type SqlSource, stringLiteral } from './index.ts';
import { openDuckdb } from './testing/open-duckdb.ts';
import type { TestEngine } from './testing/test-engine.ts';

// two shards whose columns stand in another order, with a hole, a quoted cell and a name that needs quoting
const CSV = { first: 'id,q 1,"q""2"\na,1,2\nb,,4\nc,3,"5"\n', second: '"q""2",id,q 1\n1,d,5\n4,e,4\n' };
const COLUMNS = [
  [1, 3, 5, 4],
  [2, 5, 1, 4],
];

let folder: string;
let engine: TestEngine;
beforeAll(async () => {
  // a quote in the path, as in a person's name
  folder = mkdtempSync(join(tmpdir(), "peerscale-o'files-"));
  engine = await openDuckdb();
  for (const [name, text] of Object.entries(CSV)) {
    const csv = join(folder, `${name}.csv`);
    writeFileSync(csv, text);
    const parquet = stringLiteral(join(folder, `${name}.parquet`));
    await engine.query(`COPY (SELECT * FROM read_csv(${stringLiteral(csv)})) TO ${parquet} (FORMAT parquet)`);
  }
});
afterAll(async () => {
  await engine?.close();
  rmSync(folder, { recursive: true, force: true });
});

const moments = async (from: SqlSource): Promise<Moments<'listwise'>> =>
  momentsOfRows(await engine.query(momentsSql(['q 1', 'q"2'], { dialect: 'duckdb', from })), 2);

test.each(['csv', 'parquet'] as const)('DuckDB reads %s files by pattern, by name, and one by one', async (kind) => {
  const files = (...names: string[]) => {
    const paths = names.map((name) => join(folder, `${name}.${kind}`));
    return kind === 'csv' ? { csv: paths } : { parquet: paths };
  };
  const expected = momentsOfColumns(COLUMNS);
  for (const from of [files('*'), files('first', 'second')]) {
    const { n, means, comoments } = await moments(from);
    expect([n, Array.from(means)]).toEqual([4, Array.from(expected.means)]);
    comoments.forEach((comoment, p) => {
      expect(comoment).toBeCloseTo(expected.comoments[p]!, 13);
    });
  }
  const merged = mergeMoments(await moments(files('first')), await moments(files('second')));
  expect(merged.n).toBe(4);
  merged.comoments.forEach((comoment, p) => {
    expect(comoment).toBeCloseTo(expected.comoments[p]!, 13);
  });
});
