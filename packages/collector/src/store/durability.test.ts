import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowsOf } from '../test/rows-of.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { responseRow } from './response-row.ts';

const child = fileURLToPath(new URL('../test/kill-test-child.ts', import.meta.url));

/** Starts a process that posts records, and kills it when so many are acknowledged: on a slow machine as on a fast one. */
function postUntilKilled(path: string, first: number, count: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const posting = spawn(process.execPath, [child, path, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let acknowledged = '';
    let errors = '';
    posting.stdout.on('data', (chunk) => {
      acknowledged += chunk;
      if (acknowledged.split('\n').length > count) posting.kill('SIGKILL');
    });
    posting.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    posting.on('error', reject);
    posting.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged.split('\n').slice(0, -1).map(Number));
      else reject(new Error(errors));
    });
  });
}

test('after kill -9 every acknowledged record is there, whole and once', async () => {
  const path = temporaryFile();
  const acknowledged = new Set<number>();
  for (const [round, count] of [1, 2, 5, 14, 40, 90].entries()) {
    for (const number of await postUntilKilled(path, 100_000 * round, count)) acknowledged.add(number);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(152);
  const store = await openSqliteStore(path);
  const rows = new Map(rowsOf(path).map((row) => [row.key_digest, row]));
  for (const number of acknowledged) {
    const expected = responseRow(teaStudy.id, teaRecord(number), '');
    expect(rows.get(expected.key_digest)).toEqual({ ...expected, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(await store.addResponse(teaStudy.id, teaRecord(number), '2026-11-21')).toBe('repeated');
  }
  // beside the acknowledged ones there can be those that were on the way when a process died: four in each round
  expect(rows.size).toBeLessThanOrEqual(acknowledged.size + 6 * 4);
  await store.close();
  const file = new SqliteDatabase(path);
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  file.close();
});

test('processes that open a new file at the same moment all find it ready', async () => {
  const path = temporaryFile();
  const rounds = await Promise.all([1, 2, 3, 4].map((n) => postUntilKilled(path, 100_000 * n, 20)));
  expect(rowsOf(path).length).toBeGreaterThanOrEqual(rounds.flat().length);
});
