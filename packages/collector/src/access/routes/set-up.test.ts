import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';
import { actionsOf, codeOf, HOUR, secretOf } from '../test/test-hospital.ts';
import { PASSWORD, type TestServerOptions, testServer } from '../test/test-server.ts';
import { setUpLink } from './set-up.ts';

describe.each(testEngines())('the set-up of a server in %s', (_, engine) => {
  const start = async (options?: TestServerOptions) => testServer(await engine.storeAddress(), options);

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
    expect(await actionsOf(server)).toEqual(['organisation-created {}', 'signed-in {"method":"set-up"}']);
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
