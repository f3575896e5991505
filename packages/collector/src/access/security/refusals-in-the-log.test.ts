import { describe, expect, test } from 'vitest';
import { wardStudy } from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { permissions, type RouteName } from '../permissions.ts';
import { newSecret } from '../secret.ts';
import { auditOf, HOUR } from '../test/test-hospital.ts';
import type { Browser } from '../test/test-server.ts';

/** What is sent to each route that takes a body, and what it is refused with. */
const ATTACKS: readonly (readonly [name: string, body: string, status: number, reason: string, type?: string])[] = [
  ['prototype pollution', '{"__proto__":{"role":"owner"}}', 400, 'malformed-body'],
  ['prototype pollution, deeper', '{"email":{"constructor":{"prototype":1}}}', 400, 'malformed-body'],
  ['deep nesting', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 400, 'malformed-body'],
  // lists of teams may have a mebibyte
  ['too much', JSON.stringify({ a: 'x'.repeat(1_100_000) }), 413, 'body-too-large'],
  ['another type', 'a=1', 415, 'unsupported-media-type', 'application/x-www-form-urlencoded'],
];
const UNKNOWN_FIELD = ['an unknown field', '{"organisation_id":"x"}', 422, 'invalid-request'] as const;
const respondents = ['POST /invitations/:secret/responses', 'POST /withdrawals'];

describe.each(testEngines())('what is refused leaves a line in %s', (_, engine) => {
  async function ward() {
    const made = await wardStudy(await engine.storeAddress());
    let read = (await auditOf(made.server)).length;
    return {
      ...made,
      /** the lines since the last time */
      async lines() {
        const all = await auditOf(made.server);
        const lines = all.slice(read);
        read = all.length;
        return lines.map(({ action, subject, account_id, detail }) => ({
          action,
          subject,
          account: account_id,
          detail: JSON.parse(detail) as unknown,
        }));
      },
    };
  }

  test('every attack on every route that takes a body: with the account, or once an hour without one', async () => {
    const { server, study, startWave, owner, lines } = await ward();
    const wave = await startWave();
    const { account } = (await (await owner.send('GET', '/session')).json()) as { account: { id: string } };
    const ids: Readonly<Record<string, string>> = { study, wave, account: account.id, team: 'red', group: 'staff' };
    const document = (await (await server.app.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
    };
    const routes = (Object.keys(permissions) as RouteName[]).filter((name) => {
      // is of studies of one instrument, which are not made here: malformed-input.test.ts
      if (name === 'POST /studies/:study/responses') return false;
      const [method = '', path = ''] = name.split(' ');
      return document.paths[path.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!.requestBody !== undefined;
    });
    expect(routes.length).toBe(25);
    const { access } = server;
    await lines();
    for (const name of routes) {
      const [method = '', pattern = ''] = name.split(' ');
      const path = pattern.replace(/:(\w+)/g, (_part, key: string) => ids[key] ?? 'A'.repeat(43));
      const signedIn = typeof permissions[name] === 'object';
      const attacks = respondents.includes(name) ? ATTACKS : [...ATTACKS, UNKNOWN_FIELD];
      for (const [attack, body, status, reason, type] of attacks) {
        // so that there is room for two lines of an account, or a door's next hour
        server.pass(signedIn ? 150_000 : HOUR);
        const from: Browser = signedIn ? owner : server.browser();
        if (signedIn) {
          // some of these routes ask for a sign-in of just now
          const session = await access.store.write((trx) => access.sessions.start(trx, account.id));
          owner.cookies.set('__Host-peerscale', session.secret);
          owner.csrf = session.csrf;
        }
        const send = () => from.send(method, path, body, type === undefined ? {} : { 'Content-Type': type });
        const line = {
          action: 'input-refused',
          subject: name,
          account: signedIn ? account.id : null,
          detail: { reason, status },
        };
        const what = `${name}: ${attack}`;
        expect((await send()).status, what).toBe(status);
        expect(await lines(), what).toMatchObject([line]);
        // again at once: a line of an account, and none where anybody could write as many as there is room for
        await send();
        expect(await lines(), what).toEqual(signedIn ? [line] : []);
      }
    }
  });

  test('what a line holds: no body, no value, no address', async () => {
    const { server, owner, study } = await ward();
    await owner.send('POST', `/studies/${study}/waves`, { name: 'SECRET-VALUE', 'SECRET-NAME': 1 });
    await owner.send('PATCH', `/studies/SECRET-ID`, {});
    await server.browser('203.0.113.77').send('POST', '/session', '{"__proto__":"SECRET"}');
    expect(JSON.stringify(await auditOf(server))).not.toMatch(/SECRET|203\.0\.113|192\.0\.2/);
  });

  test('passkeys that are none, in a session and at the door', async () => {
    const { server, owner, lines } = await ward();
    const { account } = (await (await owner.send('GET', '/session')).json()) as { account: { id: string } };
    const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
    for (const body of [
      {},
      { name: 'Key', response: 'AAAA' },
      { name: 'Key', response: { ...credential, response: { clientDataJSON: '\u0000', attestationObject: 'AAAA' } } },
      { name: 'Key', response: { ...credential, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } } },
    ]) {
      await owner.send('POST', '/account/passkeys/options', {});
      expect((await owner.send('POST', '/account/passkeys', body)).status).toBe(422);
      expect(await lines()).toEqual([
        {
          action: 'input-refused',
          subject: 'POST /account/passkeys',
          account: account.id,
          detail: { reason: 'invalid-request', status: 422 },
        },
      ]);
    }
    for (const response of [undefined, 'AAAA', credential]) {
      const malformed = await server.browser().send('POST', '/session/passkey', { response });
      expect(malformed.status).toBe(422);
      expect(await lines()).toMatchObject([{ subject: 'POST /session/passkey', account: null }]);
      server.pass(HOUR);
    }
    const response = { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' };
    const wrong = await server.browser().send('POST', '/session/passkey', { response: { ...credential, response } });
    expect(wrong.status).toBe(401);
    expect(await lines()).toMatchObject([{ action: 'sign-in-failed', detail: { reason: 'passkey' } }]);
  });

  test.each<[name: string, subject: string, right: number, send: (from: Browser, path: string) => Promise<Response>]>([
    [
      'invitations',
      'GET /invitations/:secret',
      410,
      (from: Browser) => from.send('GET', `/invitations/${newSecret()}`),
    ],
    [
      'their forms',
      'GET /invitations/:secret/form',
      410,
      (from: Browser) => from.send('GET', `/invitations/${newSecret()}/form`),
    ],
    [
      'answers to them',
      'POST /invitations/:secret/responses',
      410,
      (from: Browser) => from.send('POST', `/invitations/${newSecret()}/responses`, {}),
    ],
    ['receipts', 'POST /withdrawals', 422, (from: Browser) => from.send('POST', '/withdrawals', { receipt: 'AAAA' })],
    [
      'one-time links',
      'POST /account/link',
      410,
      (from: Browser) => from.send('POST', '/account/link', { link: newSecret() }),
    ],
    [
      'passkeys',
      'POST /session/passkey/options',
      200,
      (from: Browser) => from.send('POST', '/session/passkey/options', {}),
    ],
  ])('guesses of %s beyond the limit: one line an hour, whoever guesses', async (_name, subject, right, send) => {
    const { server, lines } = await ward();
    const line = { action: 'limit-reached', subject, account: null };
    for (const address of ['198.51.100.1', '198.51.100.2']) {
      const from = server.browser(address);
      for (let count = 0; count < 60; count++) expect((await send(from, '')).status).toBe(right);
      // what is wrong within the limit may be somebody who mistyped
      if (address === '198.51.100.1') expect(await lines()).toEqual([]);
      for (let count = 0; count < 10; count++) expect((await send(from, '')).status).toBe(429);
    }
    expect(await lines()).toEqual([{ ...line, detail: { reason: 'too-many-requests', status: 429 } }]);
    server.pass(HOUR);
    for (let count = 0; count < 61; count++) await send(server.browser('198.51.100.1'), '');
    const detail = { reason: 'too-many-requests', status: 429, unwritten: 19 };
    expect(await lines()).toEqual([{ ...line, detail }]);
  });

  test('letters with a link that somebody asks for again and again', async () => {
    const { server, lines } = await ward();
    const { email, id } = await server.addAccount(await server.addOrganisation('Other'), 'owner');
    for (let count = 0; count < 9; count++) await server.browser().send('POST', '/account/password-reset', { email });
    expect((await lines()).filter(({ action }) => action !== 'link-issued')).toEqual([
      {
        action: 'limit-reached',
        subject: 'POST /account/password-reset',
        account: id,
        detail: { reason: 'letters' },
      },
    ]);
  });

  test('an account writes so many lines an hour and no more, and other refusals keep their own', async () => {
    const { server, owner, lines } = await ward();
    for (let count = 0; count < 200; count++) {
      server.pass(100);
      expect((await owner.send('PATCH', '/account', { unknown: 1 })).status).toBe(422);
    }
    // 20 seconds have passed
    expect(await lines()).toHaveLength(60);
    // what is refused for another reason is not drowned by it
    expect((await owner.send('GET', '/studies/nobodys')).status).toBe(404);
    expect(await lines()).toMatchObject([{ action: 'request-refused', detail: { reason: 'not-found' } }]);
    server.pass(60_000);
    await owner.send('PATCH', '/account', { unknown: 1 });
    expect(await lines()).toMatchObject([{ action: 'input-refused', detail: { unwritten: expect.any(Number) } }]);
  });
});
