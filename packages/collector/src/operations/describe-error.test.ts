import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

test('says kind, code, place and causes, and no message', () => {
  const full = Object.assign(new Error('database or disk is full, said somebody'), { code: 'SQLITE_FULL' });
  const error = new TypeError('an answer', { cause: new Error('another answer', { cause: full }) });
  const text = describeError(error);
  expect(text).toMatch(
    /^TypeError at .*describe-error\.test\.ts:\d+:\d+.* because of Error because of Error SQLITE_FULL$/,
  );
  expect(text).not.toMatch(/answer|somebody/);
});

test('an error that causes itself comes to an end', () => {
  const error: Error = new RangeError('round');
  error.cause = error;
  error.stack = '';
  expect(describeError(error)).toBe('RangeError because of RangeError because of RangeError because of RangeError');
});
