import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rowsOf } from '../test/rows-of.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { responseRow } from './response-row.ts';

/** `npm run kill` sets 100. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const TOGETHER = 24;
const child = fileURLToPath(new URL('../test/kill-test-child.ts', import.meta.url));

/**
 * Starts a process that posts records, and kills it so many milliseconds after so many were acknowledged: in the middle
 * of its work on a slow machine as on a fast one.
 */
function postUntilKilled(path: string, first: number, count: number, milliseconds: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const args = [child, path, String(first), String(TOGETHER)];
    const posting = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let acknowledged = '';
    let errors = '';
    let killing: NodeJS.Timeout | undefined;
    posting.stdout.on('data', (chunk) => {
      acknowledged += chunk;
      if (acknowledged.split('\n').length > count) killing ??= setTimeout(() => posting.kill('SIGKILL'), milliseconds);
    });
    posting.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    posting.on('error', reject);
    posting.on('close', (_, signal) => {
      clearTimeout(killing);
      // a line that was cut off was not read by anyone
      if (signal === 'SIGKILL') resolve(acknowledged.split('\n').slice(0, -1).map(Number));
      else reject(new Error(`The process was not killed; it ended with ${signal}: ${errors}`));
    });
  });
}

test(`after kill -9 at ${ROUNDS} random moments every acknowledged record is there, whole and once`, {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const path = temporaryFile();
  const acknowledged = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const [count, milliseconds] = [Math.floor(Math.random() * 200), Math.random() * 60];
    for (const number of await postUntilKilled(path, 1_000_000 * round, count, milliseconds)) acknowledged.add(number);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  // opening checks the file from end to end
  const store = await openSqliteStore(path);
  const rows = new Map(rowsOf(path).map((row) => [row.key_digest, row]));
  for (const number of acknowledged) {
    const expected = responseRow(teaStudy.id, teaRecord(number), '');
    expect(rows.get(expected.key_digest)).toEqual({ ...expected, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  }
  // beside the acknowledged ones there can be those that were on the way when a process died
  expect(rows.size).toBeLessThanOrEqual(acknowledged.size + ROUNDS * TOGETHER);
  expect(rowsOf(path)).toHaveLength(rows.size);
  for (const number of [...acknowledged].slice(0, 100)) {
    expect(await store.addResponse(teaStudy.id, teaRecord(number), '2026-11-21')).toBe('repeated');
  }
  await store.close();
});
