import { SqliteError } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { carry, unpack } from './carried-error.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

const over = (error: unknown) => unpack(structuredClone(carry(error)));

test('an error is the same in the other thread: class, code, how long to wait, and why', () => {
  const full = new SqliteError('database or disk is full', 'SQLITE_FULL');
  const unavailable = over(new StoreUnavailableError('Nothing was stored.', { retryAfterSeconds: 7, cause: full }));
  expect(unavailable).toBeInstanceOf(StoreUnavailableError);
  expect(unavailable).toMatchObject({ message: 'Nothing was stored.', retryAfterSeconds: 7 });
  expect(unavailable.cause).toBeInstanceOf(SqliteError);
  expect(unavailable.cause).toMatchObject({ message: full.message, code: 'SQLITE_FULL' });

  const broken = over(Object.assign(new Error('terminating connection'), { code: '57P01', cause: 'nobody knows' }));
  expect(broken).toMatchObject({
    message: 'terminating connection',
    code: '57P01',
    cause: { message: 'nobody knows' },
  });
  const thrown = new RangeError('Unexpected keys');
  const plain = over(thrown);
  expect(plain).toMatchObject({ name: 'RangeError', message: 'Unexpected keys', stack: thrown.stack });
  expect('code' in plain || 'cause' in plain).toBe(false);
});
