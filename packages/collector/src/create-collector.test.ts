import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createCollector } from './create-collector.ts';
import type { CollectorStore } from './store/collector-store.ts';
import { json, problemOf, teaCollector } from './test/tea-collector.ts';
import { teaCatalogue, teaRecord, teaStudy } from './test/tea-study.ts';

test.each([
  '/',
  '/nonsense',
  '/studies/',
  '/studies/tea-2026',
  '/studies/tea-2026/responses/1',
  '/studies/%E0%A4%A/x/y',
])('an address without a route is a 404 problem: %s', async (address) => {
  const { app } = await teaCollector({}, ':memory:');
  const response = await app.request(address);
  expect(response.status).toBe(404);
  expect(await problemOf(response)).toEqual({
    type: 'urn:peerscale:problem:not-found',
    title: 'There is nothing at this address.',
    status: 404,
  });
});

test.each([
  ['POST', '/studies', 'GET, HEAD'],
  ['PUT', '/studies/tea-2026/form', 'GET, HEAD'],
  ['GET', '/studies/tea-2026/responses', 'POST'],
  ['HEAD', '/studies/tea-2026/responses', 'POST'],
  ['DELETE', '/studies/tea-2026/responses', 'POST'],
  ['OPTIONS', '/studies/tea-2026/report', 'GET, HEAD'],
])('a wrong method is a 405 that says which are right: %s %s', async (method, address, allow) => {
  const { app } = await teaCollector({}, ':memory:');
  for (const [root, path] of [
    [app, address],
    [new Hono().route('/survey', new Hono().route('/api', app)), `/survey/api${address}`],
  ] as const) {
    const response = await root.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    if (method !== 'HEAD') expect((await problemOf(response)).type).toBe('urn:peerscale:problem:method-not-allowed');
  }
});

test.each([
  ['GET', '/studies/coffee/form'],
  ['GET', '/studies/coffee/report'],
  ['POST', '/studies/coffee/responses'],
  ['GET', '/studies/COFFEE%00/form'],
  ['GET', "/studies/x'%20or%201=1--/form"],
  ['GET', `/studies/${'a'.repeat(5000)}/form`],
  ['GET', '/studies/%ff%fe/form'],
  ['GET', '/studies/__proto__/form'],
])('an unknown study is a 404 problem: %s %s', async (method, address) => {
  const { app } = await teaCollector({}, ':memory:');
  const response = await app.request(address, method === 'POST' ? json(teaRecord()) : { method });
  expect(response.status).toBe(404);
  expect(await problemOf(response)).toMatchObject({
    type: 'urn:peerscale:problem:study-not-found',
    errors: [{ path: 'study', code: 'study-not-found' }],
  });
});

test('mounted below a path, it answers for that path and leaves the rest alone', async () => {
  const { app } = await teaCollector({}, ':memory:');
  const outer = new Hono().route('/api', app).get('/', (c) => c.text('page'));
  expect((await outer.request('/api/studies')).status).toBe(200);
  expect((await outer.request('/api/studies/tea-2026/responses', json(teaRecord()))).status).toBe(201);
  expect(await problemOf(await outer.request('/api/nonsense'))).toMatchObject({ status: 404 });
  const page = await outer.request('/');
  expect(await page.text()).toBe('page');
  expect(page.headers.has('X-Content-Type-Options')).toBe(false);
});

test('no answer may be taken for another type, a report is asked for again, and problems are not kept', async () => {
  const { app } = await teaCollector({}, ':memory:');
  for (const [address, cached] of [
    ['/studies', null],
    ['/studies/tea-2026/form', null],
    ['/studies/tea-2026/report', 'private, no-cache'],
    ['/nonsense', 'no-store'],
    ['/studies/coffee/form', 'no-store'],
  ] as const) {
    const { headers } = await app.request(address);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe(cached);
  }
});

test('an error inside is a 500 problem that tells nothing, and is told to the application', async () => {
  const { app: healthy, store } = await teaCollector({}, ':memory:');
  expect((await healthy.request('/studies')).status).toBe(200);
  const broken = { ...store, studies: () => Promise.reject(new Error('disk /dev/sda1 is full')) };
  const told: Error[] = [];
  const app = createCollector({ store: broken, catalogue: teaCatalogue, onInternalError: (error) => told.push(error) });
  for (const response of [await app.request('/studies'), await new Hono().route('/api', app).request('/api/studies')]) {
    expect(response.status).toBe(500);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await problemOf(response)).toEqual({
      type: 'urn:peerscale:problem:internal-error',
      title: 'Something went wrong here. Nothing was stored; please try again.',
      status: 500,
    });
  }
  expect(told.map(({ message }) => message)).toEqual(['disk /dev/sda1 is full', 'disk /dev/sda1 is full']);
  const quiet = createCollector({ store: broken, catalogue: teaCatalogue });
  expect((await quiet.request('/studies')).status).toBe(500);
});

test('a study whose instrument or wording is not installed is a 503 problem', async () => {
  const { app, store } = await teaCollector({}, ':memory:');
  await store.createStudy({ ...teaStudy, id: 'other-version', version: '9.0.0' });
  await store.createStudy({ ...teaStudy, id: 'other-wording', locales: ['en', 'de'] });
  for (const [address, init] of [
    ['/studies/other-version/form', {}],
    ['/studies/other-version/report', {}],
    ['/studies/other-wording/form', {}],
    ['/studies/other-wording/responses', json(teaRecord())],
  ] as const) {
    const response = await app.request(address, init);
    expect(response.status).toBe(503);
    expect((await problemOf(response)).type).toBe('urn:peerscale:problem:study-unavailable');
  }
  expect((await app.request('/studies/other-wording/report')).status).toBe(200);
});

test('what cannot be the id of a study does not reach the database', async () => {
  const { store } = await teaCollector({}, ':memory:');
  const asked: string[] = [];
  const listening: CollectorStore = {
    ...store,
    study(id) {
      asked.push(id);
      return store.study(id);
    },
  };
  const app = createCollector({ store: listening, catalogue: teaCatalogue });
  for (const id of ['Coffee', 'a%00b', "x'--", '__proto__', 'a'.repeat(65), 'coffee']) {
    expect((await app.request(`/studies/${id}/form`)).status).toBe(404);
  }
  expect(asked).toEqual(['coffee']);
});
