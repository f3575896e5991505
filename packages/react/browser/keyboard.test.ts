import { expect, test } from 'vitest';
import { findBattery, instruments } from '../../../instruments/src/index.ts';
import { thanked } from './support/answering.ts';
import { fillByKeys } from './support/fill-by-keys.ts';
import { formUnderTest } from './support/form-under-test.ts';

const formOfParts = formUnderTest();
const battery = formUnderTest({ script: 'battery-page.tsx' });

interface Handed {
  readonly records: readonly { readonly instrument: string; readonly answers: Readonly<Record<string, unknown>> }[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly codes: Readonly<Record<string, unknown>>;
}

const TYPED: readonly (readonly [asked: RegExp, text: string])[] = [
  [/day of the month/, '7'],
  [/birth town/, 'z'],
  [/how many years/, '12'],
  [/one word/i, 'steady'],
  [/anything else/, 'a quiet room'],
];
const typed = (name: string): string => TYPED.find(([asked]) => asked.test(name))![1];

test('keys alone complete a form of every kind of part, from the consent to the thanks', async () => {
  const { page } = await formOfParts.open('plan');
  const places = await fillByKeys(page, typed);
  await thanked(page);
  expect(places).toEqual([1, 4, 2, 0, 3, 1, 1]);
  const [record] = (await page.evaluate(() => window.handedOver)) as [Handed];
  expect(Object.values(record.records[0]!.answers)).toEqual([1, 4, 2, 0, 3, 1]);
  expect(record.values).toEqual({ shifts: 'night', years: 12, word: 'steady', more: 'a quiet room' });
  expect(Object.keys(record.codes.code as object)).toEqual(['birth-day', 'town']);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('peerscale-thanks');
});

test('keys alone complete a battery of several instruments, and hand over what they chose', async () => {
  const { page } = await battery.open();
  const places = await fillByKeys(page, typed);
  await thanked(page);
  const [record] = (await page.evaluate(() => window.handedOver)) as [Handed];
  const { parts } = findBattery('peer-team-pulse')!.groups.find(({ respondents }) => respondents === 'staff')!;
  expect(record.records.map(({ instrument }) => instrument)).toEqual(parts.map(({ instrument }) => instrument));
  // where in its response scale each answer stands
  const given = record.records.flatMap(({ instrument, answers }) => {
    const { items, responseScales } = instruments.find(({ id }) => id === instrument)!;
    const asked = items.filter(({ id }) => answers[id] !== 'not-asked');
    return asked.map((item) =>
      responseScales.find(({ id }) => id === item.responseScale)!.codes.indexOf(answers[item.id] as number),
    );
  });
  expect(given).toEqual(places);
  expect(places.length).toBeGreaterThan(25);
});
