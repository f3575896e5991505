import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { addOperations, type OperationsOptions } from './add-operations.ts';
import { createMetrics } from './metrics.ts';

async function operations(options: Partial<OperationsOptions> = {}) {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const app = new Hono();
  addOperations(app, { store, metrics: createMetrics(store), ...options });
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  return {
    store,
    ask: (path: string, { address = '203.0.113.5', ...headers }: Record<string, string> = {}) =>
      app.request(path, { headers }, from(address)),
  };
}

test('a server is healthy while it answers, and ready while its database does and it is not stopping', async () => {
  let serving = true;
  const { ask, store } = await operations({ isServing: () => serving });
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 200]);
  serving = false;
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 503]);
  serving = true;
  await store.write((trx) => trx.schema.dropTable('organisation').execute());
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 503]);
});

test('a database that does not answer makes it not ready within two seconds', async () => {
  const never = { select: () => never, limit: () => never, execute: () => new Promise(() => {}) };
  const store = { db: { selectFrom: () => never } } as unknown as OperationsOptions['store'];
  const { ask } = await operations({ store });
  const start = performance.now();
  expect(await (await ask('/ready')).text()).toBe('the database does not answer\n');
  expect(performance.now() - start).toBeLessThan(2_500);
});

test.each([
  ['another machine', { address: '203.0.113.5' }, 404],
  ['this machine', { address: '127.0.0.1' }, 200],
  ['this machine by IPv6', { address: '::1' }, 200],
  ['this machine by a mapped address', { address: '::ffff:127.0.0.1' }, 200],
  ['a neighbour of the loopback address', { address: '::2:0:0:0:1' }, 404],
  ['a proxy on this machine', { address: '127.0.0.1', 'X-Forwarded-For': '203.0.113.5' }, 404],
  ['a proxy that says it otherwise', { address: '127.0.0.1', Forwarded: 'for=203.0.113.5' }, 404],
])('without a token, metrics asked for by %s', async (_, headers, status) => {
  const { ask } = await operations();
  expect((await ask('/metrics', headers)).status).toBe(status);
});

test('a proxy that says nothing still reads no metrics where there is one', async () => {
  const { ask } = await operations({ settings: { metricsToken: undefined, proxies: 1 } });
  expect((await ask('/metrics', { address: '127.0.0.1' })).status).toBe(404);
});

test('with a token only it opens the metrics, from anywhere', async () => {
  const { ask } = await operations({ settings: { metricsToken: 'a-token-that-is-long', proxies: 0 } });
  expect((await ask('/metrics', { address: '127.0.0.1' })).status).toBe(404);
  expect((await ask('/metrics', { Authorization: 'Bearer a-token-that-is-lonG' })).status).toBe(404);
  const response = await ask('/metrics', { Authorization: 'Bearer a-token-that-is-long' });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/plain; version=0\.0\.4/),
  ]);
  expect(await response.text()).toContain('peerscale_store_waiting 0');
});
