import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';
import { createPasswords } from '../password/passwords.ts';
import { actionsOf, codeOf, HOUR, OTHER_PASSWORD, secretOf, session, testHospital } from '../test/test-hospital.ts';
import { PASSWORD } from '../test/test-server.ts';

describe.each(testEngines())('passwords in %s', (_, engine) => {
  const hospital = async () => testHospital(await engine.storeAddress());

  test('changing it needs the present one, ends all other sessions, and gives this one a new id', async () => {
    const server = await hospital();
    const { hana, owner, browser, access } = server;
    const second = browser();
    await second.signIn(owner.email);
    const put = (body: unknown) => hana.send('PUT', '/account/password', body);
    for (const current of [undefined, '', 'x', OTHER_PASSWORD]) {
      const refused = await put({ ...(current === undefined ? {} : { current }), password: OTHER_PASSWORD });
      expect((await problemOf(refused)).errors?.[0]?.code).toBe('wrong-password');
    }
    const weak = await put({ current: PASSWORD, password: 'wardthree1234' });
    expect((await problemOf(weak)).errors?.[0]?.code).toBe('password-guessable');
    const before = hana.cookies.get('__Host-peerscale')!;
    expect((await put({ current: PASSWORD, password: OTHER_PASSWORD })).status).toBe(200);
    expect(await session(hana)).toBe(200);
    expect((await hana.send('PATCH', '/account', { name: 'Hana' })).status).toBe(204);
    expect(await session(second)).toBe(401);
    expect(await access.sessions.find(before)).toBeUndefined();
    expect((await browser().signIn(owner.email)).status).toBe(401);
    const right = await browser().send('POST', '/session', { email: owner.email, password: OTHER_PASSWORD });
    expect(right.status).toBe(201);
    expect(await actionsOf(server)).toContain('password-changed {"by":"account"}');
  });

  test('an open session is no leave to guess the password', async () => {
    const { hana } = await hospital();
    const statuses: number[] = [];
    for (let count = 0; count < 7; count++) {
      const body = { current: `guess ${count}`, password: OTHER_PASSWORD };
      statuses.push((await hana.send('PUT', '/account/password', body)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });

  test('a hash of weaker parameters is made anew at the next sign-in, and not before', async () => {
    const { access, owner, browser } = await hospital();
    const weaker = await createPasswords({ parameters: { memoryCost: 32, timeCost: 1, parallelism: 1 } }).hash(
      PASSWORD,
    );
    const stored = async () => {
      const query = access.store.db.selectFrom('account').select('password_hash').where('id', '=', owner.id);
      return (await query.executeTakeFirstOrThrow()).password_hash;
    };
    await access.store.write((trx) => trx.updateTable('account').set({ password_hash: weaker }).execute());
    await browser().send('POST', '/session', { email: owner.email, password: 'wrong' });
    expect(await stored()).toBe(weaker);
    expect((await browser().signIn(owner.email)).status).toBe(201);
    const renewed = await stored();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
    expect((await browser().signIn(owner.email)).status).toBe(201);
    expect(await stored()).toBe(renewed);
  });

  test('a reset by letter: one hour, once, the answer the same for everybody, all sessions ended', async () => {
    const server = await hospital();
    const { access, browser, letters, owner, hana, pass } = server;
    const ask = (email: string) => browser().send('POST', '/account/password-reset', { email });
    const [known, unknown] = [await ask(owner.email), await ask('nobody@ward3.example')];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(await known.text()).toBe(await unknown.text());
    await access.settled();
    expect(letters).toEqual([
      {
        purpose: 'reset',
        email: owner.email,
        name: 'The owner',
        locale: 'en',
        organisation: 'Ward Three',
        url: expect.stringMatching(/^https:\/\/survey\.ward3\.example\/reset#[\w-]{43}$/),
      },
    ]);
    const link = secretOf(letters[0]!.url);
    expect(await (await browser().send('POST', '/account/link', { link })).json()).toEqual({
      purpose: 'reset',
      email: owner.email,
      name: 'The owner',
      organisation: 'Ward Three',
      locale: 'en',
    });
    const use = (password: string) => browser().send('POST', '/account/password', { link, password });
    expect((await use('password1234')).status).toBe(422);
    expect((await use(OTHER_PASSWORD)).status).toBe(204);
    expect(await codeOf(await use('osm jablek v krabici'))).toBe('link-not-valid');
    expect(await session(hana)).toBe(401);
    expect(await access.store.db.selectFrom('known_device').selectAll().execute()).toEqual([]);
    await ask(owner.email);
    await access.settled();
    pass(HOUR);
    const late = { link: secretOf(letters[1]!.url), password: OTHER_PASSWORD };
    expect(await codeOf(await browser().send('POST', '/account/password', late))).toBe('link-not-valid');
    expect(await actionsOf(server)).toContain('password-changed {"by":"reset"}');
  });

  test('a letter knows the language of the account, and that of the page that asked for it', async () => {
    const { access, browser, letters, owner } = await hospital();
    const ask = (locale: string) => browser().send('POST', '/account/password-reset', { email: owner.email, locale });
    expect((await ask('cs')).status).toBe(202);
    await access.settled();
    expect(letters[0]).toMatchObject({ purpose: 'reset', locale: 'en', pageLocale: 'cs' });
    expect((await ask('not a language')).status).toBe(422);
  });

  test('nobody fills somebody else\u2019s letter box', async () => {
    const { access, browser, letters, owner } = await hospital();
    for (let count = 0; count < 20; count++) {
      expect((await browser().send('POST', '/account/password-reset', { email: owner.email })).status).toBe(202);
    }
    await access.settled();
    expect(letters).toHaveLength(3);
  });

  test('of two who use one link at the same moment one sets the password', async () => {
    const { access, browser, letters, owner } = await hospital();
    await browser().send('POST', '/account/password-reset', { email: owner.email });
    await access.settled();
    const link = secretOf(letters[0]!.url);
    const posts = ['sedm hrušek na okně', 'osm jablek v krabici', 'devět švestek v sadu'].map((password) =>
      browser().send('POST', '/account/password', { link, password }),
    );
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 410, 410]);
  });
});
