import { expect, test } from 'vitest';
import { teaCollector } from '../test/tea-collector.ts';
import { teaStudy } from '../test/tea-study.ts';

test('lists every study', async () => {
  const { app, store } = await teaCollector({}, ':memory:');
  await store.createStudy({ ...teaStudy, id: 'demo', simulated: true });
  const response = await app.request('/studies');
  expect(response.status).toBe(200);
  const tea = {
    id: 'tea-2026',
    title: { en: 'Tea at work', cs: 'Čaj v práci' },
    instrument: { id: 'tea', version: '1.2.0' },
    locales: ['en', 'cs', 'pt-BR'],
    minimumGroupSize: 5,
    simulated: false,
  };
  expect(await response.json()).toEqual({ studies: [{ ...tea, id: 'demo', simulated: true }, tea] });
});
