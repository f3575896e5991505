import { describe, expect, test } from 'vitest';
import { type ExpectedAnswer, expectAnswer } from './expect-answer.ts';

const answer = () => ({ n: 3, r: Float64Array.of(0.5, NaN), limits: { lower: -1 }, name: 'r' });
const usual = () => ({ n: 3, r: [0.5, NaN], limits: { lower: -1 } });

describe('expectAnswer', () => {
  test.each<ExpectedAnswer>([
    { n: 3, 'r.0': 0.5, limits: -1 },
    { '*': 3, r: NaN, 'r.0': 0.5, 'limits.lower': -1 },
    'as usual',
  ])('%j is what it says', (expected) => expectAnswer(answer, expected, usual));

  test.each<ExpectedAnswer>([
    { n: 3, 'r.0': 0.5 }, // the limit is not NaN
    { n: 4, 'r.0': 0.5, limits: -1 },
    { n: 3, r: 0.5, limits: -1 }, // the second r is NaN
    { n: 3, 'r.0': 0.5, limits: -1, p: NaN }, // there is no p
    'figures',
    3,
    NaN,
    RangeError,
  ])('%j is not', (expected) => expect(() => expectAnswer(answer, expected, usual)).toThrow());

  test('another usual answer, or one of another shape, is not as usual', () => {
    expect(() => expectAnswer(answer, 'as usual', () => ({ ...usual(), n: 4 }))).toThrow();
    expect(() => expectAnswer(answer, 'as usual', () => ({ n: 3 }))).toThrow();
  });

  test('0 is 0 but for rounding; a tiny number is not 0', () => {
    expectAnswer(() => 1e-15, 0);
    expect(() => expectAnswer(() => 1e-9, 0)).toThrow();
    expect(() => expectAnswer(() => 0, 1e-150)).toThrow();
  });

  test('a RangeError is one', () => {
    const refuse = () => {
      throw new RangeError('Unexpected n: 0.');
    };
    expectAnswer(refuse, RangeError);
    expect(() => expectAnswer(refuse, NaN)).toThrow(RangeError);
  });
});
