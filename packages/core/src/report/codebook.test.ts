import { expect, test } from 'vitest';
import { adHocInstrument } from '../instrument/index.ts';
import { codebookOf } from './index.ts';

const instrument = adHocInstrument({ items: ['a', 'b'], reverse: ['b'], minimum: 1, maximum: 3 });

test('lists every item and every scale, with codes, key, source and rights', () => {
  const [a, b, scale] = codebookOf(instrument);
  expect(a).toMatchObject({ variable: 'a', kind: 'item', scales: ['scale'], reversedIn: [], wording: null });
  expect(b).toMatchObject({ variable: 'b', reversedIn: ['scale'], codes: [{ code: 1 }, { code: 2 }, { code: 3 }] });
  expect(scale).toMatchObject({ variable: 'scale', kind: 'scale', scales: ['a', '-b'] });
  expect(scale!.codes.map(({ code }) => code)).toEqual([1, 3]);
  expect(a!.source).toBe('stated by the caller');
});

test('a text pack adds wording and labels, and its coding decides the reversal', () => {
  const textPack = {
    format: 'peerscale/text-pack@1' as const,
    instrument: 'ad-hoc',
    version: '1.0.0',
    locale: 'en',
    title: 'T',
    instructions: 'I',
    items: { a: 'First.', b: 'Second.' },
    responseScales: { codes: { highCodeMeans: 'rejection' as const, labels: { 1: 'Yes', 2: 'Maybe', 3: 'No' } } },
    rights: { holder: 'h', licence: 'l' },
    unmodified: true,
  };
  const [a, b] = codebookOf(instrument, { textPack });
  expect(a).toMatchObject({ wording: 'First.', reversedIn: ['scale'], codes: [{ label: 'Yes' }, {}, { label: 'No' }] });
  expect(b!.reversedIn).toEqual([]);
});
