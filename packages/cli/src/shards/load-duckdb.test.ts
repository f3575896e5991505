import { expect, test } from 'vitest';
import { CommandFailure } from '../failure.ts';
import { loadDuckdb } from './load-duckdb.ts';

test('where DuckDB is not installed, one line says how to install it', async () => {
  const absent = () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"));
  const failure = await loadDuckdb(absent).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandFailure);
  expect(failure).toMatchObject({
    lines: ['several files, patterns and Parquet are read by DuckDB: npm install @duckdb/node-api'],
    exitCode: 1,
  });
});

test('it is there for the tests', async () => {
  expect(typeof (await loadDuckdb()).DuckDBInstance.create).toBe('function');
});
