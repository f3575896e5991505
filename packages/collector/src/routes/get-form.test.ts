import { expect, test } from 'vitest';
import { teaCollector } from '../test/tea-collector.ts';
import { teaInstrument, teaTextPacks } from '../test/tea-study.ts';

test('gives study, instrument, wording and locales', async () => {
  const { app } = await teaCollector({}, ':memory:');
  const response = await app.request('/studies/tea-2026/form?locale=cs');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    study: { id: 'tea-2026', title: { en: 'Tea at work', cs: 'Čaj v práci' }, minimumGroupSize: 5, simulated: false },
    instrument: teaInstrument,
    textPack: teaTextPacks[1],
    locales: ['en', 'cs', 'pt-BR'],
  });
});

test.each([
  // query, Accept-Language, locale
  ['', '', 'en'],
  ['?locale=cs', '', 'cs'],
  ['?locale=cs', 'en', 'cs'],
  ['?locale=CS', '', 'cs'],
  ['?locale=cs-CZ', '', 'cs'],
  ['?locale=pt', '', 'pt-BR'],
  ['?locale=pt-br', '', 'pt-BR'],
  ['?locale=de', '', 'en'],
  ['?locale=de', 'cs', 'cs'],
  ['?locale=', 'cs', 'cs'],
  ['?locale=__proto__', '', 'en'],
  ['?locale=%00%ff', '', 'en'],
  ['', 'cs', 'cs'],
  ['', 'cs-CZ,cs;q=0.9,en;q=0.8', 'cs'],
  ['', 'en;q=0.5, cs;q=0.9', 'cs'],
  ['', 'de, cs;q=0.1', 'cs'],
  ['', 'cs;q=0', 'en'],
  ['', 'pt-PT', 'en'],
  ['', 'pt', 'pt-BR'],
  ['', '*', 'en'],
  ['', '-;=,,;q=x', 'en'],
  ['', 'c', 'en'],
])('the locale for %j and Accept-Language %j is %s', async (query, language, locale) => {
  const { app } = await teaCollector({}, ':memory:');
  const headers = language === '' ? {} : { 'Accept-Language': language };
  const response = await app.request(`/studies/tea-2026/form${query}`, { headers });
  expect((await response.json()).textPack.locale).toBe(locale);
  expect(response.headers.get('Content-Language')).toBe(locale);
  expect(response.headers.get('Vary')).toContain('Accept-Language');
});
