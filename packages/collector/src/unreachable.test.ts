import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { isUnreachable } from './unreachable.ts';

const withCode = (code: string) => Object.assign(new Error('of the server'), { code });

test('a server that is not there, ends, or starts is unreachable; a question that is wrong is another matter', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '08006', '57P01', '57P02', '57P03', '53300']) {
    expect([code, isUnreachable(withCode(code))]).toEqual([code, true]);
  }
  for (const code of ['23505', '42P01', '40001', '57014', '57P05', 'ENOENT', 'SQLITE_ERROR', '']) {
    expect([code, isUnreachable(withCode(code))]).toEqual([code, false]);
  }
  expect(isUnreachable(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isUnreachable(new Error('A connection terminated'))).toBe(false);
  expect(isUnreachable(new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]))).toBe(true);
  expect(isUnreachable(new AggregateError([withCode('ECONNREFUSED'), new Error('other')]))).toBe(false);
  expect(isUnreachable(new AggregateError([]))).toBe(false);
  for (const nothing of [null, undefined, 'ECONNREFUSED', { code: 'ECONNREFUSED' }]) {
    expect(isUnreachable(nothing)).toBe(false);
  }
});

test('a report of a study whose database is not there is a 503 that says when to come back', async () => {
  const { openStore } = await import('./store/open-store.ts');
  const { createCollector } = await import('./create-collector.ts');
  const { teaCatalogue } = await import('./test/tea-study.ts');
  const store = await openStore(':memory:');
  // a port that nobody listens on
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
  const { openPostgres } = await import('./store/postgres-connections.ts');
  const gone = openPostgres(`postgres://nobody@127.0.0.1:${port}/nothing`, 1);
  const studies = async () => (await gone.db.selectFrom('study').select('id').execute()) as never;
  const told: Error[] = [];
  const app = createCollector({
    store: { ...store, studies },
    catalogue: teaCatalogue,
    onInternalError: (error) => void told.push(error),
  });
  const response = await app.request('/studies');
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ type: 'urn:peerscale:problem:storage-unavailable' });
  expect(told).toHaveLength(1);
  await gone.close();
  await store.close();
});
