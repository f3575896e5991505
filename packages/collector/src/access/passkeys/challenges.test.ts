import { expect, test } from 'vitest';
import { createChallenges } from './challenges.ts';

test('a question is answered once, by the one it was put to, within five minutes, and the last one counts', () => {
  let time = 0;
  const challenges = createChallenges(() => time);
  challenges.put('a', 'first');
  expect(challenges.take('b')).toBeUndefined();
  expect(challenges.take('a')).toBe('first');
  expect(challenges.take('a')).toBeUndefined();
  challenges.put('a', 'second');
  challenges.put('a', 'third');
  time = 5 * 60_000 - 1;
  expect(challenges.take('a')).toBe('third');
  challenges.put('a', 'fourth');
  time += 5 * 60_000;
  expect(challenges.take('a')).toBeUndefined();
  challenges.put('a', 'fifth');
  time -= 1;
  // a clock set back makes nothing valid for longer
  expect(challenges.take('a')).toBeUndefined();
});

test('open questions are bounded', () => {
  const challenges = createChallenges(() => 0);
  for (let number = 0; number < 10_001; number++) challenges.put(`${number}`, 'asked');
  expect(challenges.take('0')).toBeUndefined();
  expect(challenges.take('1')).toBe('asked');
});
