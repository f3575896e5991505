import { studyReport, tableOfRecords } from '@peerscale/core';
import { expect, test } from 'vitest';
import { json, teaCollector } from '../test/tea-collector.ts';
import { teaInstrument, teaRecord } from '../test/tea-study.ts';

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

test('a study without answers, and one below its minimum group size, give no figure', async () => {
  const { app } = await teaCollector();
  expect(await (await app.request('/studies/tea-2026/report')).json()).toMatchObject({
    respondents: 0,
    issues: [{ code: 'no-respondents' }],
  });
  for (let n = 0; n < 4; n++) {
    await app.request('/studies/tea-2026/responses', json(teaRecord(n, { answers: answers(n) })));
  }
  expect(await (await app.request('/studies/tea-2026/report')).json()).toMatchObject({
    respondents: null,
    issues: [{ code: 'suppressed' }],
    scales: [{ score: null, distribution: null, reliability: null }, { score: null }],
  });
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
