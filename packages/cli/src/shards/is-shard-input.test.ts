import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/run-peerscale.ts';
import { isShardInput } from './is-shard-input.ts';

test('several files, patterns and Parquet go to DuckDB, one CSV file does not', () => {
  const { folder, remove } = temporaryFolder({ 'answers [1].csv': 'A\n' });
  const is = (...files: string[]) => isShardInput(files, folder);
  expect([is(), is('-'), is('answers.csv'), is('answers [1].csv')]).toEqual([false, false, false, false]);
  expect([is('a.csv', 'b.csv'), is('*.csv'), is('answers [2].csv'), is('a.PARQUET')]).toEqual([true, true, true, true]);
  remove();
});
