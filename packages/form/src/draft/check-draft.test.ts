import fc from 'fast-check';
import { expect, test } from 'vitest';
import { content, plan } from '../../fixtures/plan.ts';
import { formIdOf } from '../plan/form-id-of.ts';
import { checkDraft } from './check-draft.ts';
import type { Draft } from './draft.ts';

const hash = '0123456789abcdef'.repeat(4);
const draft: Draft = {
  format: 'peerscale/draft@2',
  form: formIdOf(content),
  idempotencyKey: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  startedAt: '2026-11-21T08:00:00.000Z',
  answers: {
    consent: true,
    code: { 'birth-day': hash },
    day: { breaks: 0, late: 'refused' },
    setting: 'ward',
    years: 3.5,
    role: '',
    remarks: 'x',
  },
  codings: { day: { often: 'endorsement' } },
  position: 'late',
};

test('a draft with an answer of every kind is taken as it is', () => {
  expect(checkDraft(content, structuredClone(draft))).toEqual(draft);
  expect(checkDraft({ ...content, locale: 'cs' }, draft)).toBe(draft);
});

test('a draft of another form or version is ignored', () => {
  expect(checkDraft({ ...content, plan: { ...plan, version: '1.0.1' } }, draft)).toBeNull();
  expect(checkDraft(content, { ...draft, format: 'peerscale/draft@1' })).toBeNull();
});

test('a damaged draft is ignored as a whole', () => {
  const damages: object[] = [
    { idempotencyKey: 'abc' },
    { idempotencyKey: undefined },
    { startedAt: 'yesterday' },
    { startedAt: 5 },
    { position: 5 },
    { answers: null },
    { answers: [1] },
    { answers: { unknown: 1 } },
    { answers: { constructor: 1 } },
    { answers: { 'about-you': 'x' } },
    { answers: { consent: 'yes' } },
    { answers: { code: { 'birth-day': '7' } } },
    { answers: { code: 'x' } },
    { answers: { day: { breaks: 5 } } },
    { answers: { day: { breaks: '1' } } },
    { answers: { day: { unknown: 1 } } },
    { answers: { day: { constructor: 1 } } },
    { answers: { day: [1] } },
    { answers: { day: { breaks: 'tired' } } },
    { answers: { setting: 'office' } },
    { answers: { years: '3' } },
    { answers: { years: Number.NaN } },
    { answers: { role: 5 } },
    { codings: {} },
    { codings: { day: {} } },
    { codings: { day: { often: 'up' } } },
  ];
  for (const damage of damages) expect(checkDraft(content, { ...draft, ...damage }), JSON.stringify(damage)).toBeNull();
});

test('no value makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (value) => void expect(checkDraft(content, value)).toBeNull()));
  const keys = fc.dictionary(fc.constantFrom(...Object.keys(draft)), fc.anything());
  fc.assert(fc.property(keys, (damage) => void checkDraft(content, { ...draft, ...damage })));
});
