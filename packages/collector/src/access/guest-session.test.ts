import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { guestSession } from './guest-session.ts';
import { ORIGIN, testServer } from './test/test-server.ts';

const own = { Origin: ORIGIN };

async function guests(change: { role?: 'analyst' | 'owner'; elsewhere?: boolean; disabled?: boolean } = {}) {
  const server = await testServer(':memory:');
  const organisation = await server.addOrganisation('Example');
  const other = await server.addOrganisation('Ward 3');
  const account = await server.addAccount(organisation, change.role ?? 'analyst');
  if (change.disabled === true) {
    await server.access.store.write((trx) => trx.updateTable('account').set({ disabled: 1 }).execute());
  }
  const app = new Hono();
  guestSession(app, server.access, '/demonstration/session', {
    accountId: account.id,
    organisationId: change.elsewhere === true ? other : organisation,
    role: 'analyst',
  });
  app.route('/', server.app);
  const enter = (headers: Record<string, string> = own) =>
    app.request(
      '/demonstration/session',
      { method: 'POST', headers },
      { incoming: { socket: { remoteAddress: '192.0.2.1' } } },
    );
  return { ...server, app, enter, account };
}

describe('a session of a guest', () => {
  test('is one like any other, of that account', async () => {
    const { enter, app, account, access } = await guests();
    const entered = await enter();
    expect(entered.status).toBe(201);
    const { csrf } = (await entered.json()) as { csrf: string };
    const cookies = entered.headers.getSetCookie();
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*HttpOnly; Secure; SameSite=Strict/);
    const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    const session = await app.request('/session', { headers: { Cookie } });
    expect(await session.json()).toMatchObject({ account: { id: account.id, role: 'analyst' }, guest: true, csrf });
    const lines = await access.store.db.selectFrom('audit').select(['action', 'detail']).execute();
    expect(lines).toEqual([{ action: 'signed-in', detail: '{"method":"guest"}' }]);
    const out = await app.request('/session', { method: 'DELETE', headers: { ...own, Cookie, 'X-CSRF-Token': csrf } });
    expect(out.status).toBe(204);
    expect((await app.request('/session', { headers: { Cookie } })).status).toBe(401);
  });

  test('changes nothing about the account, which is everybody’s, and signs out nobody else', async () => {
    const { app, enter } = await guests();
    const entered = await enter();
    const { csrf } = (await entered.json()) as { csrf: string };
    const Cookie = entered.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const headers = { ...own, Cookie, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' };
    for (const [method, path, body] of [
      ['PATCH', '/account', { name: 'Mallory' }],
      ['PUT', '/account/password', { password: 'seven quiet lamps on the hill' }],
      ['POST', '/account/passkeys/options', {}],
      ['DELETE', '/sessions', undefined],
    ] as const) {
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      expect([path, (await app.request(path, init)).status]).toEqual([path, 403]);
    }
    expect((await app.request('/session', { headers: { Cookie } })).status).toBe(200);
  });

  test.each([
    ['from another site', { Origin: 'https://evil.example' }],
    ['from nowhere', {}],
    ['from another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('is refused %s', async (_, headers) => {
    const { enter } = await guests();
    const refused = await enter(headers as Record<string, string>);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
  });

  test.each([
    ['an owner', { role: 'owner' }],
    ['an account of another organisation', { elsewhere: true }],
    ['an account that is disabled', { disabled: true }],
  ] as const)('is not given for %s', async (_, change) => {
    const { enter } = await guests(change);
    const refused = await enter();
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([404, []]);
  });

  test('is given so many times to one address', async () => {
    const { enter, pass } = await guests();
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await enter()).status);
    expect([statuses.filter((status) => status === 201).length, statuses.at(-1)]).toEqual([60, 429]);
    pass(2_000);
    expect((await enter()).status).toBe(201);
  });
});
