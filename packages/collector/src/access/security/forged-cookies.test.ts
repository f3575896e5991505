import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { testHospital } from '../test/test-hospital.ts';
import type { Browser } from '../test/test-server.ts';

describe.each(testEngines())('a cookie that is not what was given out, in %s', (_engine, engine) => {
  const name = '__Host-peerscale';

  test('opens nothing', async () => {
    const { hana, browser, access } = await testHospital(await engine.storeAddress());
    const secret = hana.cookies.get(name)!;
    const { digest } = await access.store.db.selectFrom('session').select('digest').executeTakeFirstOrThrow();
    const flipped = Array.from(secret, (letter, at) => {
      const other = letter === 'A' ? 'Q' : 'A';
      return secret.slice(0, at) + other + secret.slice(at + 1);
    });
    // the last letter holds four bits; another with the same four bits is the same bytes to a lenient decoder
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = secret.slice(0, -1) + alphabet[alphabet.indexOf(secret.at(-1)!) + 1];
    const forged = [
      '',
      ...Array.from(secret, (_, length) => secret.slice(0, length)),
      ...flipped,
      twin,
      `${secret}=`,
      `${secret}A`,
      `${secret}%00`,
      secret.toLowerCase(),
      digest,
      hana.csrf!,
      hana.cookies.get('__Host-peerscale-device')!,
      "' or 1=1--",
      'A'.repeat(8000),
    ];
    // more than the limits of one address would let through if they were tried as sign-ins
    for (const value of forged) {
      if (value === secret) continue;
      const thief = browser();
      thief.cookies.set(name, value);
      expect([value, (await thief.send('GET', '/session')).status]).toEqual([value, 401]);
    }
    for (const other of ['peerscale', 'peerscale-on-localhost', '__Secure-peerscale', '__host-peerscale']) {
      const thief = browser();
      thief.cookies.set(other, secret);
      expect([other, (await thief.send('GET', '/session')).status]).toEqual([other, 401]);
    }
    expect((await hana.send('GET', '/session')).status).toBe(200);
  });

  test('a device cookie of another account spares no waiting', async () => {
    const { hana, browser, ward, addAccount, owner } = await testHospital(await engine.storeAddress());
    const mallory = await addAccount(ward, 'viewer');
    const attacker = browser('198.51.100.9');
    await attacker.signIn(mallory.email);
    const guess = async (from: Browser) =>
      (await from.send('POST', '/session', { email: owner.email, password: 'guess' })).status;
    const unknown = browser('198.51.100.9');
    for (let count = 0; count < 5; count++) expect(await guess(unknown)).toBe(401);
    expect([await guess(unknown), await guess(attacker)]).toEqual([429, 429]);
    expect((await hana.signIn(owner.email)).status).toBe(201);
  });
});
