import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { content as planned } from '../../fixtures/plan.ts';
import { czechReversed, english } from '../../fixtures/text-packs.ts';
import type { Draft } from '../draft/draft.ts';
import { contentOfInstrument } from '../plan/form-content.ts';
import type { FormRecord } from '../record/form-record.ts';
import type { AnswerStore } from '../store/answer-store.ts';
import { recordOf } from './record-of.ts';
import { Session } from './session.ts';

const content = contentOfInstrument(instrument, english);

/** A device that keeps what it is given. */
function memory(draft: Draft | null = null): AnswerStore & { draft: Draft | null } {
  const store = {
    mode: 'tab' as const,
    problem: null,
    draft,
    load: async () => store.draft,
    save: async (next: Draft) => {
      store.draft = next;
      return true;
    },
    clear: async () => {
      store.draft = null;
    },
    outbox: { list: async () => [], put: async () => true, remove: async () => {} },
    close: () => {},
  };
  return store;
}

const session = (store = memory()) => new Session(content, store, 'study', () => {});

test('an answer is kept at once, taken back, and comes back under the same key', async () => {
  const store = memory();
  const first = session(store);
  first.answer('working-day', 'say', 3);
  first.answer('working-day', 'late', 0);
  first.answer('working-day', 'say', null);
  expect(first.answers).toEqual({ 'working-day': { late: 0 } });
  const second = session(store);
  expect(await second.restore()).toBe(true);
  expect(second.valueOf('working-day', 'late')).toBe(0);
  expect(recordOf(second).idempotencyKey).toBe(recordOf(first).idempotencyKey);
  second.answer('working-day', 'late', null);
  expect(second.answers).toEqual({});
});

test('what was kept comes too late once somebody has answered', async () => {
  const store = memory();
  session(store).answer('working-day', 'say', 3);
  const late = session(store);
  const restoring = late.restore();
  late.answer('working-day', 'say', 1);
  expect(await restoring).toBe(false);
  expect(late.valueOf('working-day', 'say')).toBe(1);
});

test('under a wording that counts the other way the label somebody chose stays the label', () => {
  const one = session();
  one.answer('working-day', 'breaks', 0);
  one.show(contentOfInstrument(instrument, czechReversed));
  expect(one.valueOf('working-day', 'breaks')).toBe(4);
  expect(recordOf(one)).toMatchObject({ locale: 'cs-CZ', coding: { often: 'rejection' }, answers: { breaks: 4 } });
});

test('answers are read under another wording without being turned for good', () => {
  const one = session();
  one.answer('working-day', 'breaks', 0);
  expect(one.answersIn(contentOfInstrument(instrument, czechReversed))).toEqual({ 'working-day': { breaks: 4 } });
  expect(one.answers).toEqual({ 'working-day': { breaks: 0 } });
});

test('what a branch left out was not asked, whatever was answered before', () => {
  const one = new Session(planned, memory(), 'study', () => {});
  one.answer('day', 'breaks', 0);
  one.answer('years', 'years', 3);
  one.answer('code', 'code', { town: 'a'.repeat(64) });
  const record = recordOf(one, new Date(), [
    ['day', 'breaks'],
    ['day', 'say'],
    ['years', 'years'],
    ['code', 'code'],
  ]) as FormRecord;
  expect(record.records[0]!.answers).toMatchObject({ breaks: 'not-asked', say: 'not-asked', late: 'skipped' });
  expect([record.values.years, record.values.role, record.codes]).toEqual(['not-asked', 'skipped', {}]);
  expect(one.valueOf('years', 'years')).toBe(3);
});

test('answers of the host are taken where they fit, and not by half', () => {
  const one = session();
  expect(one.replace({ 'working-day': { breaks: 2 } })).toBe(true);
  expect(one.replace({ 'working-day': { breaks: 2, nobody: 1 } })).toBe(false);
  expect(one.replace({ 'working-day': { breaks: 77 } })).toBe(false);
  expect(one.answers).toEqual({ 'working-day': { breaks: 2 } });
});

test('cleared is another sitting', async () => {
  const store = memory();
  const one = session(store);
  one.answer('working-day', 'say', 3);
  const before = recordOf(one).idempotencyKey;
  await one.clear();
  expect([one.answers, store.draft]).toEqual([{}, null]);
  expect(recordOf(one).idempotencyKey).not.toBe(before);
});
