import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import type { Route } from '../src/shared/routes.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible, expectAccessibleInLooks, languagesOf } from './helpers/expect-accessible.ts';
import { OWNER, signIn as session, visitDemonstration } from './helpers/staff.ts';
import { watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const SECOND = { name: 'Petr Novak', email: 'petr@hillside.example', password: 'nine slow boats under a bridge' };
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function signIn(context: BrowserContext, who: { email: string; password: string }): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await heading(page, /Studies/);
  return page;
}

/** A browser that has an authenticator of its own, which agrees to everything. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

test('the printed link sets the server up once: rules of the password are told, the secret leaves the address', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const watched = await watchContext(context, server.origin);
  const page = await context.newPage();
  await page.goto(`${server.origin}/set-up`);
  await heading(page, 'The link is missing');

  const link = server.setUpLink()!;
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByLabel('Name of the organisation').fill(OWNER.organisation);
  expect(page.url()).toBe(`${server.origin}/set-up`);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('hillside2026');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByText('made of what is guessed first').waitFor();
  await expectAccessible(page);
  expect(await password.getAttribute('aria-invalid')).toBe('true');

  await password.fill(OWNER.password);
  await page.getByLabel('Show the password').check();
  await expect.poll(() => password.getAttribute('type')).toBe('text');
  await page.getByRole('button', { name: 'Set up' }).click();
  await heading(page, `${OWNER.organisation} Studies`);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  await page.goto('about:blank');
  await page.goto(link);
  await heading(page, 'This server is set up already.');
  // the one refusal, of the guessable password, is an answer that browsers write into their console
  expect(watched.violations).toEqual([]);
  expect(watched.foreignRequests).toEqual([]);
  expect(watched.errors.filter((error) => !error.includes('422'))).toEqual([]);
  await context.close();
});

test('somebody invited joins by the link and sees only what the role reaches', async () => {
  const owner = await browser.newContext({ locale: 'en-GB' });
  const page = await signIn(owner, OWNER);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await heading(page, 'Accounts');
  await page.getByLabel('Name', { exact: true }).fill(SECOND.name);
  await page.getByLabel('E-mail address').fill(SECOND.email);
  await page.getByRole('radio', { name: 'Viewer' }).check();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('heading', { name: `The link for ${SECOND.name}` }).waitFor();
  const link = await page.getByLabel('One-time link').inputValue();
  await page.getByRole('row', { name: SECOND.name }).getByText('invited').waitFor();

  const guest = await browser.newContext({ locale: 'en-GB' });
  const joining = await guest.newPage();
  await joining.goto(link);
  await joining.getByText(`You were invited to ${OWNER.organisation}`).waitFor();
  expect(joining.url()).toBe(`${server.origin}/join`);
  await expectAccessible(joining);
  await joining.getByLabel('New password').fill(SECOND.password);
  await joining.getByRole('button', { name: 'Set the password and sign in' }).click();
  await heading(joining, /Studies/);
  expect(await joining.getByRole('link', { name: 'New study' }).count()).toBe(0);
  expect(await joining.getByRole('navigation', { name: 'Sections' }).getByRole('link').allTextContents()).toEqual([
    'Studies',
    SECOND.name,
  ]);
  await joining.goto(`${server.origin}/audit`);
  await joining.getByText('Your account does not reach this page').waitFor();
  const again = await guest.newPage();
  await again.goto(link);
  await heading(again, 'This link is not valid any more');

  // an owner disables the account, and its next page is the sign-in page, which leads back afterwards
  await page.reload();
  await page.getByRole('button', { name: `Change ${SECOND.name}` }).click();
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await page.getByRole('row', { name: SECOND.name }).getByText('disabled').waitFor();
  await joining.goto(`${server.origin}/account`);
  await heading(joining, 'Sign in');
  expect(new URL(joining.url()).searchParams.get('next')).toBe('/account');
  await joining.getByLabel('E-mail address').fill(OWNER.email);
  await joining.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await joining.getByRole('button', { name: 'Sign in', exact: true }).click();
  await heading(joining, /Your account/);
  await guest.close();
  await owner.close();
});

test('a wrong password is refused in words, and another site is never led to', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/sign-in?next=${encodeURIComponent('//evil.example/')}`);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill('not this one at all');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('This did not sign you in').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await heading(page, /Studies/);
  expect(new URL(page.url()).origin).toBe(server.origin);
  await context.close();
});

test('own account: name, password, a passkey to sign in with, and out everywhere', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await signIn(context, OWNER);
  await addAuthenticator(page);
  await page.getByRole('link', { name: `Your account: ${OWNER.name}` }).click();
  const about = page.getByRole('region', { name: 'About you' });
  await about.getByLabel('Your name').fill('Ada Horáková');
  await about.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Your account: Ada Horáková' }).waitFor();

  const changed = 'eight red kites over the roof';
  const own = page.getByRole('region', { name: 'Password', exact: true });
  await own.getByLabel('Current password').fill(OWNER.password);
  await own.getByLabel('New password').fill(changed);
  await own.getByRole('button', { name: 'Change the password' }).click();
  await own.getByText('The password is changed').waitFor();

  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByLabel('Name of the passkey').fill('Ward laptop');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await passkeys.getByText('Ward laptop').waitFor();

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await heading(page, 'How is the team doing?');
  await page.goto(`${server.origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await heading(page, /Studies/);
  await page.goto(`${server.origin}/account`);
  await page.getByRole('button', { name: 'Remove the passkey Ward laptop' }).click();
  await page.getByText('There is no passkey yet.').waitFor();

  const back = page.getByRole('region', { name: 'Password', exact: true });
  await back.getByLabel('Current password').fill(changed);
  await back.getByLabel('New password').fill(OWNER.password);
  await back.getByRole('button', { name: 'Change the password' }).click();
  await back.getByText('The password is changed').waitFor();
  await context.close();
});

test('the log has a line for each, is whole, and is noticed where it was replaced', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await signIn(context, OWNER);
  await page.getByRole('link', { name: 'Log' }).click();
  for (const line of ['organisation set up', 'account invited', 'passkey added', 'sign-in refused']) {
    await page.getByRole('cell', { name: line }).first().waitFor();
  }
  await page.getByRole('button', { name: 'Check the log' }).click();
  await page.getByText(/The log is whole up to line \d+\./).waitFor();
  await page.getByRole('button', { name: 'Compare with a line you noted down' }).click();
  await page.getByLabel('Number of the line').fill('2');
  await page.getByLabel('Its checksum').fill('0'.repeat(64));
  await page.getByRole('button', { name: 'Check the log' }).last().click();
  await page.getByText('The log ends before line 2').waitFor();
  await context.close();
});

test('a link for a new password opens a form that axe finds nothing in', async () => {
  const owner = await session(server);
  const { accounts } = await owner.ask<{ accounts: { id: string; email: string }[] }>('GET', '/accounts');
  const { id } = accounts.find(({ email }) => email === OWNER.email)!;
  const { link } = await owner.ask<{ link: string }>('POST', `/accounts/${id}/reset`, undefined, 201);
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('New password').waitFor();
  await expectAccessible(page);
  await context.close();
});

test('every page that a visitor of the demonstration reaches says that all is simulated, in both languages', async () => {
  const visitor = await visitDemonstration(server);
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addCookies(visitor.cookies());
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.evaluate(() => localStorage.setItem('peerscale:signed-in', 'yes'));
  for (const [lang, label] of [
    ['en', 'Demonstration: all answers are simulated'],
    ['cs', 'Ukázka: všechny odpovědi jsou simulované'],
  ] as const) {
    for (const path of VISITED) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      await page.getByRole('banner').getByText(label).waitFor();
    }
  }
  await context.close();
});

/** One of every page for people who are signed in; the type sees to it that none is left out. */
const DEMONSTRATION = '/studies/example-team-pulse';
const VISITED = Object.values({
  home: '/',
  account: '/account',
  accounts: '/accounts',
  audit: '/audit',
  'new-study': '/studies/new',
  study: DEMONSTRATION,
  'study-results': `${DEMONSTRATION}/results`,
  'team-report': `${DEMONSTRATION}/teams/ward-birch/report`,
  actions: `${DEMONSTRATION}/teams/ward-birch/actions`,
} satisfies Record<Exclude<Route['page'], PublicPage>, string>);

/** Pages that do not ask who is signed in, or that nobody sees who is; studies there are marked themselves. */
type PublicPage =
  | 'sign-in'
  | 'set-up'
  | 'join'
  | 'reset'
  | 'answer'
  | 'rights'
  | 'withdraw'
  | 'playground'
  | 'form'
  | 'results'
  | 'not-found';

/** Pages of accounts, each with what is there as soon as it has arrived. */
const ofOwners = { '/': '.empty', '/account': '#passkeys', '/accounts': 'table', '/audit': 'table' };
const ofVisitors = {
  '/': '.ways .card',
  '/sign-in': 'form',
  '/set-up': 'h1',
  '/join#x': '[role=alert]',
  '/reset#x': '[role=alert]',
};

test('axe finds nothing on the pages of accounts, in light and dark, narrow and wide, in both languages', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await signIn(context, OWNER);
  const look = async (pages: Readonly<Record<string, string>>) => {
    for (const [place, [path, ready]] of Object.entries(pages).entries()) {
      const [pathname, fragment] = path.split('#');
      for (const lang of languagesOf(place)) {
        await page.goto(`${server.origin}${pathname}?lang=${lang}${fragment === undefined ? '' : `#${fragment}`}`);
        await page.locator(`main ${ready}`).first().waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        await expectAccessibleInLooks(page, `${path}, ${lang}`);
      }
    }
  };
  await look(ofOwners);
  await page.getByRole('navigation').getByRole('button').click();
  await page.locator('main .ways .card').first().waitFor();
  await look(ofVisitors);
  await context.close();
});
