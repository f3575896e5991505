import { adHocInstrument, type Instrument } from '@peerscale/core';
import { expect, test } from 'vitest';
import { missingRuleWords, scaleTitle, scaleWords } from './scale-words.ts';

const base = adHocInstrument({ items: ['a', 'b', 'c', 'd'], minimum: 1, maximum: 5 });
const scale = base.scales[0]!;

test.each([
  [{ rule: 'complete' }, 'all items must be answered'],
  [{ rule: 'minimum-answered', minimum: 3 }, 'at least 3 of 4 items must be answered'],
  [{ rule: 'minimum-share', share: 0.7 }, 'at least 70% of the items must be answered (3 of 4)'],
  [
    { rule: 'person-mean' },
    "any number of items may be missing: the person's mean of what was answered stands in for them",
  ],
] as const)('%j in words', (rule, words) => {
  expect(missingRuleWords(rule, 4, 'items')).toBe(words);
});

test('whatever a scale does is said', () => {
  const instrument: Instrument = {
    ...base,
    scales: [
      { ...scale, id: 'up', items: ['a', 'b'], weights: { b: 2 }, transform: 'percent-of-maximum' },
      { ...scale, id: 'down', direction: 'negative', items: ['c', 'd'], substitutes: { 'dont-know': 3 } },
      { ...scale, id: 'total', parts: ['up', 'down'], missing: { rule: 'person-mean' } },
      { ...scale, id: 'often', method: 'count', countFrom: 4, optional: true },
    ],
  };
  const [up, down, total, often] = instrument.scales;
  expect(scaleWords(instrument, up!)).toEqual([
    'high means: high on the items that are not reversed',
    'missing: all items must be answered',
    'weights: b = 2; all others 1',
    'possible scores: 0 to 100 (percent of the maximum possible)',
  ]);
  expect(scaleWords(instrument, down!)).toContain('counts as an answer, as its authors say: dont-know = 3');
  expect(scaleWords(instrument, total!)).toContain('made of the scores of: up, down (turned round)');
  expect(scaleWords(instrument, total!).find((line) => line.startsWith('missing:'))).toContain('number of parts');
  expect(scaleWords(instrument, often!)).toContain('optional: never enters a total');
  expect([total!, often!].map(scaleTitle)).toEqual([
    'Scale (total): mean of 2 parts',
    'Scale (often): number of 4 items answered 4 or higher, after keying',
  ]);
});
