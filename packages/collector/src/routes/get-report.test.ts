import { studyReport, tableOfRecords } from '@peerscale/core';
import { expect, onTestFinished, test } from 'vitest';
import { createCollector } from '../create-collector.ts';
import { openStore } from '../store/open-store.ts';
import { testEngines } from '../test/engines.ts';
import { json, teaCollector } from '../test/tea-collector.ts';
import { teaCatalogue, teaInstrument, teaRecord, teaStudy } from '../test/tea-study.ts';

const answers = (n: number) => ({ 'tea-calms': 1 + (n % 5), 'tea-spoils': 1 + ((n * 2) % 5), 'cups-daily': n % 4 });

test('is the report over the records that were posted', async () => {
  const { app } = await teaCollector();
  for (let n = 0; n < 12; n++) {
    const posted = await app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: answers(n) })));
    expect(posted.status).toBe(201);
  }
  const response = await app.request('/studies/tea-2026/report');
  expect(response.status).toBe(200);
  const report = await response.json();
  expect(report).toMatchObject({ schema: 'peerscale/study-report@1', respondents: 12, minimumGroupSize: 5 });
  const table = tableOfRecords(
    teaInstrument,
    Array.from({ length: 12 }, (_, n) => ({ answers: answers(n) })),
  );
  const { score } = studyReport(teaInstrument, table).scales[0]!;
  expect(report.scales[0].score.n).toBe(12);
  expect(report.scales[0].score.mean).toBeCloseTo(score!.mean!, 12);
  expect(report.scales[0].score.sd).toBeCloseTo(score!.sd!, 12);
});

test('answers to wording that is coded the other way mean the same', async () => {
  const { app } = await teaCollector();
  for (let n = 0; n < 6; n++) {
    const downwards = {
      ...answers(n),
      'tea-calms': 6 - answers(n)['tea-calms'],
      'tea-spoils': 6 - answers(n)['tea-spoils'],
    };
    const record =
      n % 2 === 0
        ? teaRecord(n, { answers: answers(n) })
        : teaRecord(n, { answers: downwards, locale: 'pt-BR', coding: { agreement: 'rejection' } });
    expect((await app.request('/studies/tea-2026/responses', json(record))).status).toBe(201);
  }
  const report = await (await app.request('/studies/tea-2026/report')).json();
  // keyed: calms + (6 - spoils), halved
  const keyed = Array.from({ length: 6 }, (_, n) => (answers(n)['tea-calms'] + 6 - answers(n)['tea-spoils']) / 2);
  expect(report.scales[0].score.mean).toBeCloseTo(keyed.reduce((a, b) => a + b) / 6, 12);
});

test('a study without answers, and one below its minimum group size, give no figure, and read none', async () => {
  const { app, store } = await teaCollector();
  expect(await (await app.request('/studies/tea-2026/report')).json()).toMatchObject({
    respondents: 0,
    issues: [{ code: 'no-respondents' }],
  });
  for (let n = 0; n < 4; n++) {
    await app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: answers(n) })));
  }
  // whoever read them now would fail
  await store.write((trx) => trx.updateTable('response').set({ answers: '{' }).execute());
  expect(await (await app.request('/studies/tea-2026/report')).json()).toMatchObject({
    respondents: null,
    issues: [{ code: 'suppressed' }],
    scales: [{ score: null, distribution: null, reliability: null }, { score: null }],
  });
});

test.each(testEngines())('figures in %s stay until as many more have answered as the minimum', async (_, engine) => {
  const store = await openStore(await engine.storeAddress());
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const app = createCollector({ store, catalogue: teaCatalogue });
  const post = (n: number, given: Record<string, number | 'skipped'> = answers(n)) =>
    app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: given })));
  const read = async (from = app) => (await from.request('/studies/tea-2026/report')).json();
  expect((await read()).release).toEqual({ released: 0, next: 5 });
  for (let n = 0; n < 5; n++) await post(n);
  const five = await read();
  expect(five).toMatchObject({ respondents: 5, release: { released: 5, next: 10 } });
  for (let n = 5; n < 9; n++) {
    await post(n);
    expect(await read()).toEqual(five);
  }
  // a server that starts again goes on with what was shown
  const again = createCollector({ store, catalogue: teaCatalogue });
  expect(await read(again)).toEqual(five);
  // one of the five left out an item of the second scale: it has four new answers, too few
  await post(9, { ...answers(9), 'cups-daily': 'skipped' });
  const ten = await read(again);
  expect(ten).toMatchObject({ respondents: 10, release: { released: 10 } });
  expect(ten.scales[1]).toEqual(five.scales[1]);
  expect(ten.scales[0].score.n).toBe(10);
  // one has a distribution of ten now: from here on it takes as many
  expect(ten.release.next).toBe(20);
  for (let n = 10; n < 19; n++) await post(n);
  expect(await read()).toEqual(ten);
  await post(19);
  const twenty = await Promise.all([read(), read(), read(again)]);
  expect(twenty[0]).toMatchObject({ respondents: 20, release: { released: 20, next: 30 } });
  expect(twenty[0].scales.map(({ score }: { score: { n: number } }) => score.n)).toEqual([20, 19]);
  expect(twenty.slice(1)).toEqual([twenty[0], twenty[0]]);
  const kept = await store.db.selectFrom('report_release').select(['id', 'at']).execute();
  expect(kept).toEqual([{ id: 'open/tea-2026/report', at: 0 }]);
});

test('a report has a tag, which stays until it is made anew; who has it is sent nothing', async () => {
  const { app } = await teaCollector();
  const post = (n: number) => app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: answers(n) })));
  const ask = (tag: string) => app.request('/studies/tea-2026/report', { headers: { 'If-None-Match': tag } });
  for (let n = 0; n < 5; n++) await post(n);
  const first = await app.request('/studies/tea-2026/report');
  const tag = first.headers.get('ETag')!;
  expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
  for (const known of [tag, `"another", W/${tag}`]) {
    const again = await ask(known);
    expect([again.status, again.headers.get('ETag'), await again.text()]).toEqual([304, tag, '']);
  }
  expect((await ask('"another"')).status).toBe(200);
  // four more change nothing, not even the tag, by which somebody could tell that there is one more answer
  for (let n = 5; n < 9; n++) await post(n);
  expect((await ask(tag)).status).toBe(304);
  await post(9);
  const anew = await ask(tag);
  expect(anew.status).toBe(200);
  expect(anew.headers.get('ETag')).not.toBe(tag);
  expect(await anew.json()).toMatchObject({ release: { released: 10 } });
});

test('answers are read only where the report is made anew; a study that has fewer keeps its report', async () => {
  const { app, store } = await teaCollector();
  for (let n = 0; n < 6; n++)
    await app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: answers(n) })));
  const read = async () => (await app.request('/studies/tea-2026/report')).json();
  const six = await read();
  // whoever read them now would fail
  await store.write((trx) => trx.updateTable('response').set({ answers: '{' }).execute());
  expect(await read()).toEqual(six);
  await store.write((trx) =>
    trx
      .deleteFrom('response')
      .where('key_digest', 'in', trx.selectFrom('response').select('key_digest').orderBy('key_digest').limit(3))
      .execute(),
  );
  expect(await read()).toEqual(six);
});

test('a study where every answer is missing gives a report too', async () => {
  const { app } = await teaCollector();
  const none = { 'tea-calms': 'refused', 'tea-spoils': 'dont-know', 'cups-daily': 'not-asked' } as const;
  for (let n = 0; n < 6; n++) {
    await app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: none })));
  }
  const response = await app.request('/studies/tea-2026/report');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ respondents: 6, scales: [{ score: null }, { score: null }] });
});
