import { expect, test } from 'vitest';
import { testHospital } from '../test/test-hospital.ts';
import { PASSWORD } from '../test/test-server.ts';

test('a sign-in that fails takes as long for an account that is not there, was only invited, or is disabled', async () => {
  const parameters = { memoryCost: 12 * 1024, timeCost: 2, parallelism: 1 };
  const { browser, ward, addAccount, access } = await testHospital(':memory:', { passwords: { parameters } });
  const password_hash = await access.passwords.hash(PASSWORD);
  const email = (kind: string, n: number) => `${kind}${n}@ward3.example`;
  const rounds = 25;
  for (let n = 0; n < rounds; n++) {
    for (const kind of ['known', 'invited', 'disabled']) await addAccount(ward, 'viewer', { email: email(kind, n) });
  }
  await access.store.write(async (trx) => {
    const update = trx.updateTable('account').where('email', '!=', 'hana@ward3.example');
    await update.set({ password_hash }).execute();
    await update.set({ password_hash: null }).where('email', 'like', 'invited%').execute();
    await update.set({ disabled: 1 }).where('email', 'like', 'disabled%').execute();
  });
  const kinds = ['known', 'unknown', 'invited', 'disabled'] as const;
  const shortest = new Map<string, number>();
  for (let n = 0; n < rounds; n++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      // one after another and each kind at each place, so that nothing but the kind tells them apart
      const kind = kinds[(n + turn) % kinds.length]!;
      const started = performance.now();
      const one = browser(`10.0.${n}.${turn}`);
      const response = await one.send('POST', '/session', { email: email(kind, n), password: 'not this one' });
      const took = performance.now() - started;
      expect(response.status).toBe(401);
      await access.settled();
      shortest.set(kind, Math.min(took, shortest.get(kind) ?? Number.POSITIVE_INFINITY));
    }
  }
  // the shortest of many, because a busy machine only ever adds; without the work in vain it would be a tenth
  for (const kind of kinds) {
    const ratio = shortest.get(kind)! / shortest.get('known')!;
    expect([kind, ratio > 0.4 && ratio < 2.5]).toEqual([kind, true]);
  }
});
