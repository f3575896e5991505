import { expect, test } from 'vitest';
import { BusyError } from './limit-work.ts';
import { createPasswords } from './passwords.ts';

const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

test('a hash is Argon2id with the parameters of OWASP and a salt of its own', async () => {
  const passwords = createPasswords();
  const [first, second] = await Promise.all([passwords.hash('kR7-vq2 mZx9'), passwords.hash('kR7-vq2 mZx9')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(second).not.toBe(first);
  expect(await passwords.isRight(first, 'kR7-vq2 mZx9')).toBe(true);
  expect(await passwords.isRight(first, 'kR7-vq2 mZx8')).toBe(false);
  expect(passwords.isOutdated(first)).toBe(false);
});

test('one password typed in two forms of Unicode is one password', async () => {
  const passwords = createPasswords({ parameters: cheap });
  const stored = await passwords.hash('příliš žluťoučký');
  expect(await passwords.isRight(stored, 'příliš žluťoučký'.normalize('NFD'))).toBe(true);
  // and two passwords that are only alike are two
  expect(await passwords.isRight(stored, 'příliš žluťoučky')).toBe(false);
});

test('where there is no password none is right, not even the empty one or one that cannot be', async () => {
  const passwords = createPasswords({ parameters: cheap });
  const empty = await passwords.hash('');
  for (const password of ['', 'x', 'kR7-vq2 mZx9']) {
    expect(await passwords.isRight(null, password)).toBe(false);
    expect(await passwords.isRight(undefined, password)).toBe(false);
  }
  expect(await passwords.isRight(empty, 'x'.repeat(100_000))).toBe(false);
  expect(await passwords.isRight(empty, '\uD800')).toBe(false);
});

test.each([
  [{ memoryCost: 128, timeCost: 1, parallelism: 1 }, true],
  [{ memoryCost: 64, timeCost: 2, parallelism: 1 }, true],
  [cheap, false],
  [{ memoryCost: 32, timeCost: 1, parallelism: 1 }, false],
])('a hash of 64 KiB and one pass under %j is outdated: %s', async (parameters, outdated) => {
  const stored = await createPasswords({ parameters: cheap }).hash('kR7-vq2 mZx9');
  const passwords = createPasswords({ parameters });
  expect(passwords.isOutdated(stored)).toBe(outdated);
  expect(await passwords.isRight(stored, 'kR7-vq2 mZx9')).toBe(true);
});

test('a crowd is refused and not given memory', async () => {
  const passwords = createPasswords({ parameters: cheap, concurrent: 1, waiting: 4 });
  const crowd = await Promise.allSettled(Array.from({ length: 20 }, () => passwords.hash('kR7-vq2 mZx9')));
  const refused = crowd.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(15);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(BusyError);
  expect(await passwords.hash('kR7-vq2 mZx9')).toMatch(/^\$argon2id/);
});
