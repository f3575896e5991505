/**
 * better-sqlite3 alone, with the same row in the same tables of a file that a collector has filled: `bare.ts PATH GROUP
 * SECONDS`. Sends rows a second in batches of GROUP, the same with the log carried over as seldom as the collector does, and
 * with one row a commit.
 */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import SqliteDatabase from 'better-sqlite3';

/** Rows a second, each how. */
export interface BareRates {
  readonly batches: number;
  readonly longLog: number;
  readonly single: number;
}

const [path, group, seconds] = process.argv.slice(2) as [string, string, string];
const file = new SqliteDatabase(path);
const row = file.prepare('select * from response limit 1').get() as Record<string, unknown>;
file.pragma('synchronous = full');
const columns = Object.keys(row);
const insert = file.prepare(
  `insert into response (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`,
);
const store = file.transaction((count: number) => {
  for (let i = 0; i < count; i++) insert.run({ ...row, key_digest: randomBytes(32).toString('hex') });
});

function rate(count: number): number {
  const start = performance.now();
  const end = start + Number(seconds) * 1000;
  let stored = 0;
  for (; performance.now() < end; stored += count) store(count);
  return (stored / (performance.now() - start)) * 1000;
}

const batches = rate(Number(group));
const single = rate(1);
file.pragma('wal_autocheckpoint = 8000');
const longLog = rate(Number(group));
file.close();
process.send?.({ batches, longLog, single } satisfies BareRates);
