import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { PASSWORD, type TestServer, testServer } from '../src/access/test/test-server.ts';

/** An answer of the server, as the page saw it. */
interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers differ by route, and tests look into them
  readonly body: any;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A server on localhost with one owner, and a page of it in a browser with an authenticator that knows its owner. */
async function open() {
  const app = new Hono();
  const port = await new Promise<number>((resolve) => {
    const http = serve({ fetch: app.fetch, port: 0, hostname: 'localhost' }, (address) => resolve(address.port));
    onTestFinished(async () => void (await new Promise((closed) => http.close(closed))));
  });
  const server = await testServer(':memory:', { origin: `http://localhost:${port}` });
  app.get('/page', (c) => c.html('<!doctype html><title>Page</title>'));
  app.route('/', server.app);
  const ward = await server.addOrganisation('Ward Three');
  const owner = await server.addAccount(ward, 'owner', { email: 'hana@ward3.example' });
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/page`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { ...server, port, ward, owner, page, cdp, authenticatorId };
}

/** What the page's script does: sends a request with the token of the session. */
function send(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(
    async ([method, path, body]) => {
      const token = sessionStorage.getItem('csrf');
      const response = await fetch(path, {
        method,
        headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { 'X-CSRF-Token': token }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const answer = { status: response.status, body: text === '' ? null : JSON.parse(text) };
      if (answer.body?.csrf !== undefined) sessionStorage.setItem('csrf', answer.body.csrf);
      return answer;
    },
    [method, path, body] as const,
  );
}

const signIn = (page: Page, email: string) => send(page, 'POST', '/session', { email, password: PASSWORD });

/** The answer of the authenticator to a question. */
function create(page: Page, options: unknown): Promise<unknown> {
  return page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    );
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
  }, options);
}

function get(page: Page, options: unknown): Promise<unknown> {
  return page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
    return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
  }, options);
}

async function addPasskey(page: Page, name = 'Laptop'): Promise<Answer> {
  const { body: options } = await send(page, 'POST', '/account/passkeys/options', {});
  return send(page, 'POST', '/account/passkeys', { name, response: await create(page, options) });
}

async function question(page: Page): Promise<unknown> {
  return (await send(page, 'POST', '/session/passkey/options', {})).body;
}

const counters = async ({ access }: TestServer) =>
  (await access.store.db.selectFrom('passkey').select('counter').execute()).map(({ counter }) => counter);

const failures = async ({ access }: TestServer) => {
  await access.settled();
  const rows = await access.store.db.selectFrom('audit').select(['action', 'detail']).execute();
  return rows.filter(({ action }) => action === 'sign-in-failed').map(({ detail }) => detail);
};

test('a passkey is added, signs in without name and password, and its counter grows', async () => {
  const server = await open();
  const { page, owner } = server;
  expect((await signIn(page, owner.email)).status).toBe(201);
  const added = await addPasskey(page);
  expect(added).toMatchObject({ status: 201, body: { name: 'Laptop' } });
  expect((await send(page, 'GET', '/account/passkeys')).body.passkeys).toEqual([
    { id: added.body.id, name: 'Laptop', createdAt: '2026-11-20T08:00:00.000Z' },
  ]);
  const [before] = await counters(server);
  await send(page, 'DELETE', '/session');
  expect((await send(page, 'GET', '/session')).status).toBe(401);
  const response = await get(page, await question(page));
  expect((await send(page, 'POST', '/session/passkey', { response })).status).toBe(201);
  expect((await send(page, 'GET', '/session')).body.account.email).toBe(owner.email);
  expect((await counters(server))[0]).toBeGreaterThan(before!);
  expect((await send(page, 'DELETE', `/account/passkeys/${added.body.id}`)).status).toBe(204);
  const removed = await get(page, await question(page));
  expect((await send(page, 'POST', '/session/passkey', { response: removed })).status).toBe(401);
});

test('no script reads a cookie, and no other site\u2019s page sends one', async () => {
  const { page, owner, port, access } = await open();
  await signIn(page, owner.email);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
    ['peerscale-on-localhost', true, 'Strict'],
    ['peerscale-device-on-localhost', true, 'Strict'],
  ]);
  // a page of another site that posts a form, which needs nobody's leave
  const evil = await page.context().newPage();
  await evil.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="http://localhost:${port}/session" enctype="text/plain"><input name='{"email":"' value='"}'></form>`,
    }),
  );
  await evil.goto('http://evil.example/');
  const [request] = await Promise.all([
    evil.waitForRequest((one) => one.url().endsWith('/session')),
    evil.evaluate(() => document.querySelector('form')!.submit()),
  ]);
  const response = await request.response();
  expect(response?.status()).toBe(403);
  expect((await request.allHeaders()).cookie).toBeUndefined();
  await access.settled();
});

test('an answer counts once: sent again, or to a question put to somebody else, it opens nothing', async () => {
  const server = await open();
  const { page, owner } = server;
  await signIn(page, owner.email);
  const { body: options } = await send(page, 'POST', '/account/passkeys/options', {});
  const made = await create(page, options);
  // the question belongs to the session it was put in
  await signIn(page, owner.email);
  expect((await send(page, 'POST', '/account/passkeys', { name: 'Stolen', response: made })).status).toBe(422);
  expect(await counters(server)).toEqual([]);
  expect((await addPasskey(page)).status).toBe(201);
  expect((await send(page, 'POST', '/account/passkeys', { name: 'Again', response: made })).status).toBe(422);

  const answer = await get(page, await question(page));
  expect((await send(page, 'POST', '/session/passkey', { response: answer })).status).toBe(201);
  expect((await send(page, 'POST', '/session/passkey', { response: answer })).status).toBe(401);
  const first = await get(page, await question(page));
  await question(page);
  expect((await send(page, 'POST', '/session/passkey', { response: first })).status).toBe(401);
  const late = await get(page, await question(page));
  server.pass(5 * 60_000);
  expect((await send(page, 'POST', '/session/passkey', { response: late })).status).toBe(401);
  expect(await failures(server)).toEqual(Array(3).fill('{"reason":"passkey"}'));
});

test('an authenticator that was copied, one that asked nobody, and a changed answer are refused', async () => {
  const server = await open();
  const { page, owner, cdp, authenticatorId } = server;
  await signIn(page, owner.email);
  await addPasskey(page);
  const signInByPasskey = async (change: (response: Changeable) => void = () => {}, options?: unknown) => {
    const asked = options ?? (await question(page));
    const response = (await get(page, asked)) as Changeable;
    change(response);
    return (await send(page, 'POST', '/session/passkey', { response })).status;
  };
  expect(await signInByPasskey()).toBe(201);
  expect(await signInByPasskey((response) => (response.response.userHandle = 'c29tZWJvZHk'))).toBe(401);
  expect(await signInByPasskey(({ response }) => (response.signature = changed(response.signature)))).toBe(401);
  expect(
    await signInByPasskey(({ response }) => (response.authenticatorData = changed(response.authenticatorData))),
  ).toBe(401);
  const unverified = { ...((await question(page)) as object), userVerification: 'discouraged' };
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  expect(await signInByPasskey(undefined, unverified)).toBe(401);
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  expect(await signInByPasskey()).toBe(201);

  await setCounter(cdp, authenticatorId, 1);
  expect(await signInByPasskey()).toBe(401);
  await setCounter(cdp, authenticatorId, 100);
  expect(await signInByPasskey()).toBe(201);
});

test('it takes a sign-in of the last quarter of an hour to add one, and a disabled account has none that works', async () => {
  const { page, owner, pass, ward, addAccount, access } = await open();
  const petr = await addAccount(ward, 'viewer');
  await signIn(page, petr.email);
  expect((await addPasskey(page)).status).toBe(201);
  pass(15 * 60_000);
  const late = await send(page, 'POST', '/account/passkeys/options', {});
  expect(late).toMatchObject({ status: 403, body: { type: 'urn:peerscale:problem:sign-in-again' } });
  await signIn(page, owner.email);
  await send(page, 'PATCH', `/accounts/${petr.id}`, { disabled: true });
  const response = await get(page, await question(page));
  expect((await send(page, 'POST', '/session/passkey', { response })).status).toBe(401);
  await access.settled();
});

interface Changeable {
  response: { userHandle?: string; signature: string; authenticatorData: string };
}

/** The same base64url text with another letter in the middle. */
function changed(text: string): string {
  const middle = text.length >> 1;
  return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
}

/** What a copy of the authenticator has that was made when it had signed so often. */
async function setCounter(cdp: CDPSession, authenticatorId: string, signCount: number): Promise<void> {
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  for (const credential of credentials) {
    await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId });
    await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount } });
  }
}
