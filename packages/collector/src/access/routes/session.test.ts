import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { actionsOf, HOUR, session, testHospital } from '../test/test-hospital.ts';
import { type TestServerOptions, testServer } from '../test/test-server.ts';

describe.each(testEngines())('sessions in %s', (_, engine) => {
  const start = async (options?: TestServerOptions) => testServer(await engine.storeAddress(), options);
  const hospital = async (options?: TestServerOptions) => testHospital(await engine.storeAddress(), options);

  test('signing in, being somebody, signing out', async () => {
    const server = await hospital();
    const { hana, owner, ward } = server;
    const answer = await hana.send('GET', '/session');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      account: {
        id: owner.id,
        organisationId: ward,
        email: 'hana@ward3.example',
        name: 'The owner',
        role: 'owner',
        teamId: null,
        locale: 'en',
      },
      guest: false,
      csrf: hana.csrf,
      expiresAt: '2026-11-27T08:00:00.000Z',
    });
    const left = hana.cookies.get('__Host-peerscale')!;
    expect((await hana.send('DELETE', '/session')).status).toBe(204);
    expect(hana.cookies.has('__Host-peerscale')).toBe(false);
    hana.cookies.set('__Host-peerscale', left);
    expect(await session(hana)).toBe(401);
    expect(await actionsOf(server)).toEqual([
      'signed-in {"method":"password"}',
      'signed-out {}',
      'request-refused {"reason":"not-signed-in"}',
    ]);
  });

  test('the cookie is for this host, HTTPS and no script; a wrong password sets none', async () => {
    const { hana, owner } = await hospital();
    const right = await hana.signIn(owner.email);
    expect(right.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-peerscale=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(
        /^__Host-peerscale-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    const wrong = await hana.send('POST', '/session', { email: owner.email, password: 'x' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('on plain HTTP the cookies have other names and no Secure, and only on this machine', async () => {
    const server = await hospital({ origin: 'http://localhost:3000' });
    const browser = server.browser();
    const answer = await browser.signIn(server.owner.email);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^peerscale-on-localhost=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await session(browser)).toBe(200);
    await expect(start({ origin: 'http://survey.ward3.example' })).rejects.toThrow(RangeError);
  });

  test('only the digest of the session and of its token is stored', async () => {
    const { hana, access } = await hospital();
    const rows = JSON.stringify([
      await access.store.db.selectFrom('session').selectAll().execute(),
      await access.store.db.selectFrom('known_device').selectAll().execute(),
    ]);
    for (const secret of [...hana.cookies.values(), hana.csrf!]) expect(rows).not.toContain(secret);
  });

  test('twelve idle hours end it, and seven days end it however busy', async () => {
    const { hana, pass, owner } = await hospital();
    pass(12 * HOUR - 1);
    expect(await session(hana)).toBe(200);
    pass(12 * HOUR);
    expect(await session(hana)).toBe(401);
    await hana.signIn(owner.email);
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      pass(8 * HOUR);
      expect(await session(hana)).toBe(200);
    }
    pass(8 * HOUR - 1);
    expect(await session(hana)).toBe(200);
    pass(1);
    expect(await session(hana)).toBe(401);
  });

  test('a session of an account that was disabled past the server is none', async () => {
    const { hana, access, owner } = await hospital();
    await access.store.write((trx) =>
      trx.updateTable('account').set({ disabled: 1 }).where('id', '=', owner.id).execute(),
    );
    expect(await session(hana)).toBe(401);
  });

  test('expired sessions are cleared away at the next sign-in', async () => {
    const { hana, pass, owner, access } = await hospital();
    pass(13 * HOUR);
    await hana.signIn(owner.email);
    expect(await access.store.db.selectFrom('session').select('digest').execute()).toHaveLength(1);
  });

  test('signing in gives a new id, and the one the browser brought is worth nothing', async () => {
    const { hana, owner, access, browser } = await hospital();
    const before = hana.cookies.get('__Host-peerscale')!;
    await hana.signIn(owner.email);
    expect(hana.cookies.get('__Host-peerscale')).not.toBe(before);
    expect(await access.sessions.find(before)).toBeUndefined();
    // an id that somebody planted in the browser is not taken over
    const victim = browser();
    const planted = 'A'.repeat(43);
    victim.cookies.set('__Host-peerscale', planted);
    await victim.signIn(owner.email);
    expect(victim.cookies.get('__Host-peerscale')).not.toBe(planted);
    expect(await access.sessions.find(planted)).toBeUndefined();
    // nor does a session of the attacker's own become the victim's
    const attacker = browser();
    const other = browser();
    await attacker.signIn(owner.email);
    other.cookies.set('__Host-peerscale', attacker.cookies.get('__Host-peerscale')!);
    await other.signIn(owner.email);
    expect(await session(attacker)).toBe(401);
  });

  test('signing out everywhere ends every session of the account and no other', async () => {
    const { hana, owner, ward, addAccount, browser } = await hospital();
    const [second, somebody] = [browser(), browser()];
    await second.signIn(owner.email);
    await somebody.signIn((await addAccount(ward, 'viewer')).email);
    expect((await second.send('DELETE', '/sessions')).status).toBe(204);
    expect([await session(hana), await session(second), await session(somebody)]).toEqual([401, 401, 200]);
  });
});
