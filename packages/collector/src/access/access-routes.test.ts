import { describe, expect, test } from 'vitest';
import { testEngines } from '../test/engines.ts';
import { problemOf } from '../test/tea-collector.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { createPasswords } from './password/passwords.ts';
import { setUpLink } from './routes/set-up.ts';
import { type Browser, ORIGIN, PASSWORD, testServer } from './test/test-server.ts';

const HOUR = 3_600_000;
const OTHER_PASSWORD = 'sedm hrušek na okně';
const secretOf = (link: string | undefined) => new URL(link!).hash.slice(1);
const codeOf = async (response: Response) => (await problemOf(response)).type.replace('urn:peerscale:problem:', '');
const session = async (browser: Browser) => (await browser.send('GET', '/session')).status;

describe.each(testEngines())('accounts and sessions in %s', (_, engine) => {
  const start = async (options?: Parameters<typeof testServer>[1]) => testServer(await engine.newAddress(), options);

  async function startWithOwner(options?: Parameters<typeof testServer>[1]) {
    const server = await start(options);
    const ward = await server.addOrganisation('Ward Three');
    const owner = await server.addAccount(ward, 'owner', { email: 'hana@ward3.example' });
    const hana = server.browser();
    await hana.signIn(owner.email);
    return { ...server, ward, owner, hana };
  }

  const actions = async ({ access }: Awaited<ReturnType<typeof testServer>>) => {
    await access.settled();
    const rows = await access.store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
    expect(await verifyAudit(access.store.db)).toMatchObject({ intact: true });
    return rows.map(({ action, detail }) => `${action} ${detail}`);
  };

  describe('set-up', () => {
    const form = (link: string) => ({
      link,
      organisation: 'Ward Three',
      email: 'Hana@Ward3.Example',
      name: 'Hana Dvořáková',
      password: PASSWORD,
      locale: 'cs',
    });

    test('the link of the console makes the first owner, once', async () => {
      const server = await start();
      const { access } = server;
      const browser = server.browser();
      expect(await (await browser.send('GET', '/set-up')).json()).toEqual({ needed: true });
      const link = await setUpLink(access);
      expect(link).toMatch(/^https:\/\/survey\.ward3\.example\/set-up#[\w-]{43}$/);
      expect((await browser.send('POST', '/set-up', form(secretOf(link)))).status).toBe(201);
      expect(await (await browser.send('GET', '/account')).json()).toMatchObject({
        email: 'hana@ward3.example',
        name: 'Hana Dvořáková',
        role: 'owner',
        organisation: 'Ward Three',
        hasPassword: true,
        passkeys: 0,
      });
      expect(await (await browser.send('GET', '/set-up')).json()).toEqual({ needed: false });
      expect(await codeOf(await server.browser().send('POST', '/set-up', form(secretOf(link))))).toBe('set-up-done');
      expect(await setUpLink(access)).toBeUndefined();
      expect(await actions(server)).toEqual(['organisation-created {}', 'signed-in {"method":"set-up"}']);
    });

    test('a link that is wrong, a day old, or replaced by a later one is not valid', async () => {
      const { access, browser, pass } = await start();
      const refused = async (link: string) => codeOf(await browser().send('POST', '/set-up', form(link)));
      const first = secretOf(await setUpLink(access));
      for (const wrong of ['', 'x', first.slice(1), `${first}A`, first.toUpperCase(), 'A'.repeat(43)]) {
        expect(await refused(wrong)).toBe('link-not-valid');
      }
      const second = secretOf(await setUpLink(access));
      expect(await refused(first)).toBe('link-not-valid');
      pass(24 * HOUR);
      expect(await refused(second)).toBe('link-not-valid');
      expect((await access.store.db.selectFrom('account').select('id').execute()).length).toBe(0);
    });

    test('a password that is refused leaves the link usable, and of many at once one sets up', async () => {
      const { access, browser } = await start();
      const link = secretOf(await setUpLink(access));
      const weak = await browser().send('POST', '/set-up', { ...form(link), password: 'Ward-Three-2026' });
      expect(weak.status).toBe(422);
      expect((await problemOf(weak)).errors).toEqual([
        expect.objectContaining({ code: 'password-guessable', pointer: '#/password' }),
      ]);
      const posts = Array.from({ length: 8 }, (_, n) =>
        browser().send('POST', '/set-up', { ...form(link), email: `owner${n}@ward3.example` }),
      );
      const statuses = (await Promise.all(posts)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(await access.store.db.selectFrom('account').select('id').execute()).toHaveLength(1);
      expect(await access.store.db.selectFrom('organisation').select('id').execute()).toHaveLength(1);
    });

    test('the link stands nowhere in the database', async () => {
      const { access } = await start();
      const secret = secretOf(await setUpLink(access));
      const [row] = await access.store.db.selectFrom('one_time_link').selectAll().execute();
      expect(row).toMatchObject({ purpose: 'set-up', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(JSON.stringify(row)).not.toContain(secret);
    });
  });

  describe('sessions', () => {
    test('signing in, being somebody, signing out', async () => {
      const server = await startWithOwner();
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
        csrf: hana.csrf,
        expiresAt: '2026-11-27T08:00:00.000Z',
      });
      const left = hana.cookies.get('__Host-peerscale')!;
      expect((await hana.send('DELETE', '/session')).status).toBe(204);
      expect(hana.cookies.has('__Host-peerscale')).toBe(false);
      hana.cookies.set('__Host-peerscale', left);
      expect(await session(hana)).toBe(401);
      expect(await actions(server)).toEqual([
        'signed-in {"method":"password"}',
        'signed-out {}',
        'request-refused {"reason":"not-signed-in"}',
      ]);
    });

    test('the cookie is for this host, HTTPS and no script; a wrong password sets none', async () => {
      const { hana, owner } = await startWithOwner();
      const right = await hana.signIn(owner.email);
      expect(right.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-peerscale=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
        ),
        expect.stringMatching(
          /^__Host-peerscale-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
        ),
      ]);
      const wrong = await hana.send('POST', '/session', { email: owner.email, password: 'x' });
      expect(wrong.status).toBe(401);
      expect(wrong.headers.getSetCookie()).toEqual([]);
    });

    test('on plain HTTP the cookies have other names and no Secure, and only on this machine', async () => {
      const server = await startWithOwner({ origin: 'http://localhost:3000' });
      const browser = server.browser();
      const answer = await browser.signIn(server.owner.email);
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^peerscale-on-localhost=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      expect(await session(browser)).toBe(200);
      await expect(start({ origin: 'http://survey.ward3.example' })).rejects.toThrow(RangeError);
    });

    test('only the digest of the session and of its token is stored', async () => {
      const { hana, access } = await startWithOwner();
      const rows = JSON.stringify([
        await access.store.db.selectFrom('session').selectAll().execute(),
        await access.store.db.selectFrom('known_device').selectAll().execute(),
      ]);
      for (const secret of [...hana.cookies.values(), hana.csrf!]) expect(rows).not.toContain(secret);
    });

    test('twelve idle hours end it, and seven days end it however busy', async () => {
      const { hana, pass, owner } = await startWithOwner();
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
      const { hana, access, owner } = await startWithOwner();
      await access.store.write((trx) =>
        trx.updateTable('account').set({ disabled: 1 }).where('id', '=', owner.id).execute(),
      );
      expect(await session(hana)).toBe(401);
    });

    test('expired sessions are cleared away at the next sign-in', async () => {
      const { hana, pass, owner, access } = await startWithOwner();
      pass(13 * HOUR);
      await hana.signIn(owner.email);
      expect(await access.store.db.selectFrom('session').select('digest').execute()).toHaveLength(1);
    });

    test('signing in gives a new id, and the one the browser brought is worth nothing', async () => {
      const { hana, owner, access, browser } = await startWithOwner();
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
      const { hana, owner, ward, addAccount, browser } = await startWithOwner();
      const [second, somebody] = [browser(), browser()];
      await second.signIn(owner.email);
      await somebody.signIn((await addAccount(ward, 'viewer')).email);
      expect((await second.send('DELETE', '/sessions')).status).toBe(204);
      expect([await session(hana), await session(second), await session(somebody)]).toEqual([401, 401, 200]);
    });
  });

  describe('passwords', () => {
    test('changing it needs the present one, ends all other sessions, and gives this one a new id', async () => {
      const server = await startWithOwner();
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
      expect(await actions(server)).toContain('password-changed {"by":"account"}');
    });

    test('an open session is no leave to guess the password', async () => {
      const { hana } = await startWithOwner();
      const statuses: number[] = [];
      for (let count = 0; count < 7; count++) {
        const body = { current: `guess ${count}`, password: OTHER_PASSWORD };
        statuses.push((await hana.send('PUT', '/account/password', body)).status);
      }
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    });

    test('a hash of weaker parameters is made anew at the next sign-in, and not before', async () => {
      const { access, owner, browser } = await startWithOwner();
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
      const server = await startWithOwner();
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
      expect(await actions(server)).toContain('password-changed {"by":"reset"}');
    });

    test('nobody fills somebody else\u2019s letter box', async () => {
      const { access, browser, letters, owner } = await startWithOwner();
      for (let count = 0; count < 20; count++) {
        expect((await browser().send('POST', '/account/password-reset', { email: owner.email })).status).toBe(202);
      }
      await access.settled();
      expect(letters).toHaveLength(3);
    });

    test('of two who use one link at the same moment one sets the password', async () => {
      const { access, browser, letters, owner } = await startWithOwner();
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

  describe('accounts', () => {
    test('somebody is invited, sets a password by the link, and has the role', async () => {
      const server = await startWithOwner();
      const { hana, browser, letters, access } = server;
      const invited = await hana.send('POST', '/accounts', {
        email: 'Petr@Ward3.Example',
        name: 'Petr Malý',
        role: 'lead',
        team: 'red',
        locale: 'cs',
      });
      expect(invited.status).toBe(201);
      const { account, link } = (await invited.json()) as { account: { id: string }; link: string };
      expect(account).toMatchObject({ email: 'petr@ward3.example', role: 'lead', team: 'red' });
      expect(link).toMatch(new RegExp(`^${ORIGIN}/join#[\\w-]{43}$`));
      await access.settled();
      expect(letters[0]).toMatchObject({ purpose: 'invite', email: 'petr@ward3.example', url: link, locale: 'cs' });
      const petr = browser();
      expect((await petr.signIn('petr@ward3.example')).status).toBe(401);
      const use = (secret: string) => petr.send('POST', '/account/password', { link: secret, password: PASSWORD });
      expect((await use(secretOf(link))).status).toBe(204);
      expect((await use(secretOf(link))).status).toBe(410);
      expect((await petr.signIn('petr@ward3.example')).status).toBe(201);
      expect(await (await petr.send('GET', '/session')).json()).toMatchObject({
        account: { role: 'lead', teamId: 'red', name: 'Petr Malý' },
      });
      expect(await (await hana.send('GET', '/accounts')).json()).toEqual({
        accounts: expect.arrayContaining([
          expect.objectContaining({ email: 'petr@ward3.example', joined: true, disabled: false }),
        ]),
        next: null,
      });
      const log = await actions(server);
      expect(log).toContain('account-created {"role":"lead","team":"red"}');
      expect(log).toContain('password-changed {"by":"invite"}');
    });

    test('an e-mail address is one account', async () => {
      const { hana, owner } = await startWithOwner();
      const body = { email: owner.email.toUpperCase(), name: 'Other', role: 'viewer', locale: 'en' };
      expect(await codeOf(await hana.send('POST', '/accounts', body))).toBe('email-taken');
    });

    test('a later link ends the earlier one, and a link of an invitation can be made again', async () => {
      const { hana, browser } = await startWithOwner();
      const invite = { email: 'p@ward3.example', name: 'P', role: 'viewer', locale: 'en' };
      const { account, link } = (await (await hana.send('POST', '/accounts', invite)).json()) as {
        account: { id: string };
        link: string;
      };
      const again = (await (await hana.send('POST', `/accounts/${account.id}/reset`)).json()) as { link: string };
      expect(again.link).toContain('/join#');
      const use = async (url: string) =>
        (await browser().send('POST', '/account/password', { link: secretOf(url), password: PASSWORD })).status;
      expect(await use(link)).toBe(410);
      expect(await use(again.link)).toBe(204);
    });

    test('a link that was open when an account was disabled stays closed when it is enabled again', async () => {
      const { hana, browser } = await startWithOwner();
      const invite = { email: 'p@ward3.example', name: 'P', role: 'viewer', locale: 'en' };
      const { account, link } = (await (await hana.send('POST', '/accounts', invite)).json()) as {
        account: { id: string };
        link: string;
      };
      for (const disabled of [true, false]) {
        expect((await hana.send('PATCH', `/accounts/${account.id}`, { disabled })).status).toBe(204);
        const use = { link: secretOf(link), password: PASSWORD };
        expect(await codeOf(await browser().send('POST', '/account/password', use))).toBe('link-not-valid');
      }
    });

    test('changing the role or disabling signs the person out, at once', async () => {
      const server = await startWithOwner();
      const { hana, ward, addAccount, browser } = server;
      const petr = await addAccount(ward, 'analyst');
      const his = browser();
      await his.signIn(petr.email);
      const patch = async (changes: unknown) => (await hana.send('PATCH', `/accounts/${petr.id}`, changes)).status;
      expect(await patch({ name: 'Petr' })).toBe(204);
      expect(await session(his)).toBe(200);
      expect(await patch({ role: 'lead' })).toBe(422);
      expect(await patch({ role: 'lead', team: 'red' })).toBe(204);
      expect(await session(his)).toBe(401);
      await his.signIn(petr.email);
      expect(await patch({ team: 'blue' })).toBe(204);
      expect(await session(his)).toBe(401);
      expect(await patch({ role: 'viewer' })).toBe(204);
      await his.signIn(petr.email);
      expect(await patch({ disabled: true })).toBe(204);
      expect(await session(his)).toBe(401);
      expect(await codeOf(await his.signIn(petr.email))).toBe('sign-in-failed');
      expect((await hana.send('POST', `/accounts/${petr.id}/reset`)).status).toBe(404);
      expect(await patch({ disabled: false })).toBe(204);
      expect((await his.signIn(petr.email)).status).toBe(201);
      expect(await actions(server)).toContain(
        'account-changed {"disabled":false,"role":"lead","role-before":"analyst","team":"red","team-before":null}',
      );
    });

    test('the last owner stays, and an owner who was only invited does not count', async () => {
      const { hana, owner, ward, addAccount, browser, access } = await startWithOwner();
      const patch = (changes: unknown) => hana.send('PATCH', `/accounts/${owner.id}`, changes);
      await hana.send('POST', '/accounts', { email: 'o@ward3.example', name: 'O', role: 'owner', locale: 'en' });
      expect(await codeOf(await patch({ role: 'viewer' }))).toBe('last-owner');
      expect(await codeOf(await patch({ disabled: true }))).toBe('last-owner');
      const second = await addAccount(ward, 'owner');
      const hers = browser();
      await hers.signIn(second.email);
      // each takes the role from the other in the same moment
      const [one, two] = await Promise.all([
        hana.send('PATCH', `/accounts/${second.id}`, { role: 'viewer' }),
        hers.send('PATCH', `/accounts/${owner.id}`, { role: 'viewer' }),
      ]);
      const [first, later] = [one.status, two.status].sort();
      expect(first).toBe(204);
      // the slower one has either been signed out by the change, or is the last
      expect([401, 403, 409]).toContain(later);
      const owners = (
        await access.store.db.selectFrom('account').select(['email', 'role', 'password_hash']).execute()
      ).filter(({ role, password_hash }) => role === 'owner' && password_hash !== null);
      expect(owners).toHaveLength(1);
    });

    test('a list of more than a hundred comes in pieces, of the own organisation only', async () => {
      const { hana, ward, addAccount, addOrganisation } = await startWithOwner();
      const other = await addOrganisation('Other House');
      const ids = await Promise.all(Array.from({ length: 120 }, async () => (await addAccount(ward, 'viewer')).id));
      await Promise.all(Array.from({ length: 20 }, () => addAccount(other, 'viewer')));
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = (await (await hana.send('GET', `/accounts?after=${after}`)).json()) as {
          accounts: { id: string }[];
          next: string | null;
        };
        seen.push(...page.accounts.map(({ id }) => id));
        after = page.next;
      }
      expect(seen).toHaveLength(121);
      expect(new Set(seen).size).toBe(121);
      expect(seen).toEqual(expect.arrayContaining(ids));
    });
  });

  test('the audit log is read in pieces, without what another organisation did, and verified', async () => {
    const { hana, browser, addOrganisation, addAccount, access } = await startWithOwner();
    const stranger = await addAccount(await addOrganisation('Other House'), 'owner');
    for (let count = 0; count < 3; count++) await browser().signIn(stranger.email);
    for (let count = 0; count < 70; count++) {
      const one = browser(`198.51.100.${count}`);
      expect((await one.signIn('hana@ward3.example')).status).toBe(201);
      await one.send('DELETE', '/session');
    }
    await access.settled();
    const seen: { sequence: number; account: string }[] = [];
    for (let before = ''; before !== 'null'; ) {
      const answer = await hana.send('GET', `/audit?before=${before}`);
      const page = (await answer.json()) as { entries: typeof seen; next: number | null };
      seen.push(...page.entries);
      before = String(page.next);
    }
    expect(seen).toHaveLength(141);
    expect(seen.map(({ account }) => account)).not.toContain(stranger.id);
    const sequences = seen.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
    const verified = (await (await hana.send('GET', '/audit/verification')).json()) as { head: { hash: string } };
    expect(verified).toMatchObject({ intact: true, head: { sequence: 144 } });
    const query = (sequence: number, hash: string) =>
      hana.send('GET', `/audit/verification?sequence=${sequence}&hash=${hash}`);
    expect(await (await query(144, verified.head.hash)).json()).toMatchObject({ intact: true });
    expect(await (await query(144, 'f'.repeat(64))).json()).toEqual({ intact: false, entry: 144, reason: 'cut-off' });
    expect((await query(144, 'nonsense')).status).toBe(422);
  });
});
