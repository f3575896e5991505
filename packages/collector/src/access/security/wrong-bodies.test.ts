import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { setUpLink } from '../routes/set-up.ts';
import { testHospital } from '../test/test-hospital.ts';
import { PASSWORD } from '../test/test-server.ts';

describe.each(testEngines())('bodies made to be wrong, in %s', (_engine, engine) => {
  const posts = [
    ['POST', '/set-up'],
    ['POST', '/session'],
    ['POST', '/session/passkey'],
    ['POST', '/account/link'],
    ['POST', '/account/password'],
    ['POST', '/account/password-reset'],
    ['PATCH', '/account'],
    ['PUT', '/account/password'],
    ['POST', '/account/passkeys'],
    ['POST', '/accounts'],
  ] as const;

  test.each(posts)(
    '%s %s refuses reserved names, depth, size, other types and what is no JSON',
    async (method, path) => {
      const { hana, access } = await testHospital(await engine.storeAddress());
      await setUpLink(access);
      const send = (body: string, headers = {}) => hana.send(method, path, body, headers);
      for (const body of [
        '{"__proto__":{"role":"owner","polluted":true}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '{"email":{"__proto__":{"polluted":true}}}',
        `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
        '{"email":"a@x.example","password":',
        '\u0000',
        '',
      ]) {
        expect([body.slice(0, 40), (await send(body)).status]).toEqual([body.slice(0, 40), 400]);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((await send(JSON.stringify({ password: 'x'.repeat(70_000) }))).status).toBe(413);
      expect((await send('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
      expect((await send('{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
      for (const body of ['[]', 'null', '"x"', '1', '{"unknown":1}', '{"email":["a"],"password":{"$ne":1}}']) {
        // a set-up that is done says so before it looks at anything but the shape
        expect([body, (await send(body)).status]).toEqual([body, 422]);
      }
    },
  );

  test('nobody gets a role, an organisation or an id by sending one', async () => {
    const { hana, browser, ward, addAccount, addOrganisation } = await testHospital(await engine.storeAddress());
    const petr = await addAccount(ward, 'viewer');
    const his = browser();
    await his.signIn(petr.email);
    for (const field of [{ role: 'owner' }, { organisation_id: 'x' }, { organisationId: 'x' }, { team_id: 'red' }]) {
      expect((await his.send('PATCH', '/account', { name: 'Petr', ...field })).status).toBe(422);
    }
    const other = await addOrganisation('Other House');
    const account = { email: 'new@ward3.example', name: 'New', role: 'viewer', locale: 'en' };
    for (const field of [{ id: 'x' }, { organisation_id: other }, { password_hash: 'x' }, { disabled: false }]) {
      expect((await hana.send('POST', '/accounts', { ...account, ...field })).status).toBe(422);
    }
  });

  test('no name or address carries a line break into a letter, a header or the log', async () => {
    const { hana, letters, access } = await testHospital(await engine.storeAddress());
    const account = { email: 'new@ward3.example', name: 'New', role: 'viewer', locale: 'en' };
    for (const changes of [
      { name: 'New\r\nBcc: all@evil.example' },
      { name: 'New\u2028' },
      { email: 'new@ward3.example\nBcc: all@evil.example' },
      { email: 'new@ward3.example, all@evil.example' },
      { email: '"new\r\n"@ward3.example' },
      { locale: 'en\r\nSet-Cookie: x=y' },
    ]) {
      expect((await hana.send('POST', '/accounts', { ...account, ...changes })).status).toBe(422);
    }
    await access.settled();
    expect(letters).toEqual([]);
  });

  test('an address that only looks like one that is there neither takes its place nor signs in as it', async () => {
    const { hana, browser, letters, access } = await testHospital(await engine.storeAddress());
    for (const email of [
      'h\u0430na@ward3.example',
      'hana@w\u0430rd3.example',
      'hana@ward\uFF13.example',
      'h\u00E1na@ward3.example',
    ]) {
      expect((await browser().send('POST', '/session', { email, password: PASSWORD })).status).toBe(422);
      expect((await browser().send('POST', '/account/password-reset', { email })).status).toBe(422);
      expect((await hana.send('POST', '/accounts', { email, name: 'H', role: 'viewer', locale: 'en' })).status).toBe(
        422,
      );
    }
    await access.settled();
    expect(letters).toEqual([]);
  });

  test('whatever JSON is sent, the answer is one of refusal', async () => {
    const { browser, pass } = await testHospital(await engine.storeAddress());
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.constant(PASSWORD));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ email: text, password: text }),
      fc.record({ link: text, password: text }),
      fc.record({ email: fc.jsonValue(), password: fc.jsonValue() }),
    );
    const path = fc.constantFrom('/session', '/account/password', '/account/link', '/set-up', '/session/passkey');
    await fc.assert(
      fc.asyncProperty(path, body, async (address, value) => {
        pass(1000);
        // an error inside would be thrown by the server of these tests
        const { status } = await browser().send('POST', address, value);
        expect([400, 401, 409, 410, 422, 429]).toContain(status);
      }),
    );
  });
});
