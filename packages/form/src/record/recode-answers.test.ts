import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, czechReversed } from '../../fixtures/text-packs.ts';
import { codingOf } from './coding-of.ts';
import { recodeAnswers } from './recode-answers.ts';

test('the label somebody chose stays the label under another coding', () => {
  const given = { breaks: 0, hurry: 3, say: 2 };
  const turned = recodeAnswers(instrument, given, codingOf(czech), codingOf(czechReversed));
  expect(turned).toEqual({ breaks: 4, hurry: 1, say: 2 });
  for (const item of ['breaks', 'hurry', 'say'] as const) {
    expect(czechReversed.responseScales.often!.labels[turned[item]!]).toBe(
      czech.responseScales.often!.labels[given[item]],
    );
  }
});

test('under the same coding nothing is touched', () => {
  const given = Object.freeze({ breaks: 0 });
  expect(recodeAnswers(instrument, given, codingOf(czech), codingOf(czech))).toBe(given);
});
