import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../draft/draft.ts';
import type { FormAnswers } from '../record/form-answers.ts';
import { own } from '../text/json.ts';
import { mergeDrafts } from './merge-drafts.ts';

const draft = (answers: FormAnswers, coding: 'endorsement' | 'rejection' = 'endorsement'): Draft => ({
  format: 'peerscale/draft@2',
  form: 'form',
  idempotencyKey: 'key',
  startedAt: '2026-11-21T08:00:00.000Z',
  answers,
  codings: { day: { often: coding } },
});
const merged = (before: FormAnswers | null, now: FormAnswers, theirs: FormAnswers) =>
  mergeDrafts(before && draft(before), draft(now), draft(theirs)).answers;

test('what either tab answered is there; where both did, the later one', () => {
  expect(merged({ day: { a: 1 } }, { day: { a: 1, b: 2 } }, { day: { a: 1, c: 3 } })).toEqual({
    day: { a: 1, b: 2, c: 3 },
  });
  expect(merged({ day: { a: 1 } }, { day: { a: 2 } }, { day: { a: 3 } })).toEqual({ day: { a: 2 } });
  expect(merged({ day: { a: 1 } }, { day: { a: 1 } }, { day: { a: 3 } })).toEqual({ day: { a: 3 } });
  expect(merged({ role: 'x' }, { role: 'x', years: 3 }, { role: 'y', day: { a: 1 } })).toEqual({
    role: 'y',
    years: 3,
    day: { a: 1 },
  });
});

test('what was taken back stays taken back', () => {
  expect(merged({ day: { a: 1, b: 1 } }, { day: { b: 1 } }, { day: { a: 1, b: 1 } })).toEqual({ day: { b: 1 } });
  expect(merged({ day: { a: 1, b: 1 } }, { day: { a: 1, b: 1 } }, { day: { b: 1 } })).toEqual({ day: { b: 1 } });
});

test('a tab that never saw the other one adds what it has', () => {
  expect(merged(null, { day: { a: 2 } }, { day: { a: 1, b: 1 } })).toEqual({ day: { a: 2, b: 1 } });
});

test('under another coding the answers cannot be put together: the later draft stands', () => {
  const now = draft({ day: { a: 1 } }, 'rejection');
  expect(mergeDrafts(null, now, draft({ day: { b: 1 } }))).toBe(now);
});

test('changes of different items by two tabs are all there, whoever writes last', () => {
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'constructor'), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(answers, answers, answers, (before, ours, theirs) => {
      const now = { ...before, ...ours };
      const other = { ...before, ...theirs };
      const result = merged({ day: before }, { day: now }, { day: other }).day as Record<string, number>;
      for (const item of Object.keys({ ...now, ...other })) {
        const [was, is, elsewhere] = [before, now, other].map((one) => own(one, item));
        expect(own(result, item)).toBe(is === was ? elsewhere : is);
      }
    }),
  );
});
