import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCollector, openSqliteStore } from '@peerscale/collector';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teaCatalogue, teaRecord, teaStudy } from '../../collector/src/test/tea-study.ts';
import { serveForm } from '../../form/browser/support/serve-form.ts';
import type { Deliverable } from '../../form/src/index.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import type { LocalServer } from '../../test-utils/src/listen-locally.ts';
import { savedJson } from '../../test-utils/src/saved-json.ts';
import { befall } from '../src/befall.ts';
import { passTo } from '../src/pass-to.ts';

/** What happens to one request on its way to the collector, or to the answer on its way back. */
const FAULTS = [
  'none',
  'cut before it is stored',
  '500',
  '429 with seconds',
  'log-in page',
  'redirect',
  'silent',
  'stored, then silent',
  'stored, then cut',
  'stored, then cut in the answer',
  'slow back',
] as const;
type Fault = (typeof FAULTS)[number];

let browser: Browser;
let server: LocalServer;
let store: Awaited<ReturnType<typeof openSqliteStore>>;
let collector: ReturnType<typeof createCollector>;
let faults: Fault[] = [];
let requests = 0;

beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  await store.createStudy(teaStudy);
  collector = createCollector({ store, catalogue: teaCatalogue });
  [browser, server] = await Promise.all([
    launchBrowser(),
    serveForm((request, response) => void answer(request, response)),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await store?.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requests++;
  const fault = faults.shift() ?? 'none';
  const pass = await passTo(collector, request);
  await befall(fault === 'none' ? undefined : fault, request, response, pass, 0);
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  await page.waitForFunction(() => 'form' in window);
  return page;
}

/** Starts a delivery in the page; with a record it is kept as a draft and handed over. Resolves when it is under way. */
const deliver = (page: Page, record: Deliverable | null, key = 'tea') =>
  page.evaluate(
    ([record, key]) => {
      const store = window.form.openAnswerStore({ key, mode: 'device' });
      const delivery = window.form.createDelivery({
        endpoint: '/studies/tea-2026/responses',
        store,
        timeout: 400,
        random: () => 0.03,
      });
      Object.assign(window.kept, { delivery, store });
      void delivery.resume().then(() => record && delivery.submit(record));
    },
    [record, key] as const,
  );
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const { state, pending } = window.kept.delivery!;
    return { status: state.status, pending: pending.length };
  });
const outboxOf = (page: Page, key = 'tea') =>
  page.evaluate((key) => window.form.openAnswerStore({ key, mode: 'device' }).outbox.list(), key);

/** Whether what was handed over is on the disk, or has arrived: until then nobody is told that the tab may be closed. */
const isSafe = async (page: Page) => {
  const { status, pending } = await stateOf(page);
  return status !== 'idle' && (pending === 0 || (await outboxOf(page)).length > 0);
};

let number = 0;
const nextRecord = () =>
  teaRecord(++number, { answers: { 'tea-calms': 1 + (number % 5), 'tea-spoils': 2, 'cups-daily': number % 4 } });

test('20 schedules of faults against the collector: each record arrives, each once', async () => {
  const schedule = fc.record({
    records: fc.integer({ min: 1, max: 3 }),
    planned: fc.array(fc.constantFrom(...FAULTS), { minLength: 2, maxLength: 6 }),
    /** milliseconds after which the tab is closed, one a tab */
    closings: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
  });
  const stored = async () => (await store.records('tea-2026')).map(({ answers }) => answers);
  await fc.assert(
    fc.asyncProperty(schedule, async ({ records, planned, closings }) => {
      const before = (await stored()).length;
      const context = await browser.newContext();
      try {
        faults = [...planned];
        const given = Array.from({ length: records }, nextRecord);
        let page = await open(context);
        for (const [at, record] of given.entries()) {
          await deliver(page, record);
          await expect.poll(() => isSafe(page)).toBe(true);
          if (at >= closings.length) continue;
          await page.waitForTimeout(closings[at]!);
          await page.close();
          page = await open(context);
        }
        await deliver(page, null);
        const left = async () => [(await outboxOf(page)).length, (await stateOf(page)).pending];
        await expect.poll(left, { timeout: 20_000 }).toEqual([0, 0]);
        expect(await stored()).toHaveLength(before + records);
        for (const { answers } of given) expect(await stored()).toContainEqual(answers);
      } finally {
        await context.close();
      }
    }),
    { numRuns: 20 },
  );
  expect(requests).toBeGreaterThan(60);
}, 180_000);

test('a tab that is closed while its request is on the way: the record arrives once', async () => {
  const context = await browser.newContext();
  const before = (await store.records('tea-2026')).length;
  faults = ['slow back'];
  const page = await open(context);
  const earlier = requests;
  await deliver(page, nextRecord());
  await expect.poll(() => requests).toBe(earlier + 1);
  await page.close();
  const next = await open(context);
  await deliver(next, null);
  await expect.poll(async () => (await outboxOf(next)).length).toBe(0);
  expect(await store.records('tea-2026')).toHaveLength(before + 1);
  await context.close();
});

test('offline is a state of its own, and the connection coming back ends it', async () => {
  const context = await browser.newContext();
  faults = [];
  const before = (await store.records('tea-2026')).length;
  const page = await open(context);
  await context.setOffline(true);
  await deliver(page, nextRecord());
  await expect.poll(() => stateOf(page)).toEqual({ status: 'offline', pending: 1 });
  await page.waitForTimeout(300);
  await context.setOffline(false);
  await expect.poll(() => stateOf(page)).toEqual({ status: 'saved', pending: 0 });
  expect(await store.records('tea-2026')).toHaveLength(before + 1);
  await context.close();
});

test('a record the collector never takes is kept, and is given to the person as a file', async () => {
  const context = await browser.newContext();
  faults = [];
  const page = await open(context);
  const record = { ...nextRecord(), locale: 'fr' };
  await deliver(page, record);
  await expect.poll(() => stateOf(page)).toEqual({ status: 'refused', pending: 1 });
  const refusal = await page.evaluate(() => window.kept.delivery!.state);
  expect(refusal).toMatchObject({
    kept: true,
    refusal: {
      status: 422,
      title: 'The response record does not fit the study.',
      errors: [expect.stringMatching(/^locale: is not one of/)],
    },
  });
  const saved = await savedJson(page, () => page.evaluate(() => window.kept.delivery!.saveAsFile()));
  expect(saved).toEqual({ name: 'answers.json', value: record });
  expect(await outboxOf(page)).toEqual([record]);
  await page.evaluate((key) => window.kept.delivery!.discard(key), record.idempotencyKey);
  await expect.poll(() => outboxOf(page)).toEqual([]);
  await context.close();
});

test('answers changed in a second tab after sending: the first record stands, and that is said', async () => {
  const context = await browser.newContext();
  faults = [];
  const page = await open(context);
  const record = nextRecord();
  await deliver(page, record);
  await expect.poll(async () => (await stateOf(page)).status).toBe('saved');
  await deliver(page, { ...record, answers: { ...record.answers, 'tea-calms': 'skipped' } } as Deliverable);
  await expect
    .poll(() => page.evaluate(() => window.kept.delivery!.state))
    .toMatchObject({ status: 'saved', earlier: true });
  await context.close();
});
