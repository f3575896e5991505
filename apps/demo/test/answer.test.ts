import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type AskedTeam, askedTeam } from './helpers/asked-team.ts';
import { expectAccessible, expectAccessibleInColours } from './helpers/expect-accessible.ts';
import { fillIn, workBurnoutWording } from './helpers/fill-in.ts';
import { watchContext } from './helpers/watch-page.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){5}$/;
const english = workBurnoutWording('en');
const czech = workBurnoutWording('cs');
const answers = Object.fromEntries(Object.keys(english.items).map((item, at) => [item, 1 + (at % 5)]));

let team: AskedTeam;
let browser: Browser;
beforeAll(async () => {
  [team, browser] = await Promise.all([askedTeam(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await team?.close();
});

/** A phone in the hand of a person; what it should never do is noted. */
async function phone(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: team.origin });
  const watched = await watchContext(context, team.origin);
  return { context, watched, page: await context.newPage() };
}

const begin = (page: Page) => page.getByRole('button', { name: 'Begin' }).click();
const send = (page: Page) => page.getByRole('button', { name: 'Send answers' }).click();
const receiptOn = (page: Page) => page.locator('.receipt code').textContent();

test('a link for one person: told first, answered, a receipt, and the answers taken back', async () => {
  const [url = ''] = await team.tokens(1);
  const before = await team.responses();
  const { page, watched, context } = await phone();
  await page.goto(url);
  // who asks, until when, and from how many answers on figures are shown
  await page.getByText('Hillside clinic asks you to answer a few questions.').waitFor();
  await page.getByText('at least 5 people have answered').waitFor();
  await page.getByText('at least 10 people have answered').waitFor();
  await page.getByText('deleted 365 days after the round').waitFor();
  await expectAccessible(page);
  // the secret is neither in the address nor in what one comes back to
  expect(page.url()).toBe(`${team.origin}/answer`);
  expect(await page.locator('a[href*="#"]:not(.skip-link)').count()).toBe(0);
  await begin(page);
  await fillIn(page, english, answers);
  await page.getByRole('textbox', { name: 'What should we keep?' }).fill('The Monday breakfast.');
  await send(page);
  const receipt = await receiptOn(page);
  expect(receipt).toMatch(RECEIPT);
  expect(await team.responses()).toBe(before + 1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The code has been copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receipt);
  // nothing of the invitation stays in the tab
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(url.split('#')[1]);

  // on paper: the code and what it is about, and nothing else
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Thank you' }).isVisible()).toBe(false);
  expect(await page.locator('.receipt code').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.goto(`${team.origin}/withdraw`);
  await page.getByLabel('Receipt code').fill(receipt!.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Delete these answers for good?' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'No, keep them' }).click();
  expect(await team.responses()).toBe(before + 1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Yes, delete my answers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Done' }).waitFor();
  expect(await team.responses()).toBe(before);
  expect(watched).toEqual({ foreignRequests: [], violations: [], errors: [] });

  // the link is used up, and that is said kindly
  await page.goto(url);
  await page.getByText('all is well: it works once').waitFor();
  await expectAccessible(page);
  await context.close();
});

test('offline at the moment of sending: kept, sent once when there is a connection, and the receipt comes', async () => {
  const [url = ''] = await team.tokens(1);
  const before = await team.responses();
  const { page, context } = await phone();
  await page.goto(url);
  await begin(page);
  await fillIn(page, english, answers);
  await page.getByRole('textbox').fill('Nothing else.');
  await context.setOffline(true);
  await send(page);
  await page.getByText('There is no connection.').waitFor();
  expect(await team.responses()).toBe(before);
  await context.setOffline(false);
  expect(await receiptOn(page)).toMatch(RECEIPT);
  expect(await team.responses()).toBe(before + 1);
  await context.close();
});

test('the word of the server gets lost: the same link, opened again, gives the receipt of what it stored', async () => {
  const [url = ''] = await team.tokens(1);
  const before = await team.responses();
  const { page, context } = await phone();
  await page.goto(url);
  await begin(page);
  await fillIn(page, english, answers);
  await page.getByRole('textbox').fill('Nothing else.');
  await page.route(/\/responses/, async (route) => {
    await route.fetch(); // it arrives, and the token is burnt
    await route.abort();
  });
  await send(page);
  await page.getByText(/could not be sent yet|There is no connection/).waitFor();
  expect(await team.responses()).toBe(before + 1);
  await page.close();
  const again = await context.newPage();
  await again.goto(url);
  await again.getByRole('heading', { name: 'Your answers from before have arrived' }).waitFor();
  expect(await receiptOn(again)).toMatch(RECEIPT);
  expect(await team.responses()).toBe(before + 1);
  await expectAccessible(again);
  await again.emulateMedia({ media: 'print' });
  expect(await again.locator('.receipt code').isVisible()).toBe(true);
  await context.close();
});

test('a receipt that broke off on its way is asked for again', async () => {
  const [url = ''] = await team.tokens(1);
  const { page, context } = await phone();
  await page.goto(url);
  await begin(page);
  await fillIn(page, english, answers);
  await page.getByRole('textbox').fill('Nothing else.');
  let posts = 0;
  await page.route(/\/responses/, async (route) => {
    const response = await route.fetch();
    if (++posts > 1) return route.fulfill({ response });
    return route.fulfill({ response, body: '{"stored":tr' });
  });
  await send(page);
  expect(await receiptOn(page)).toMatch(RECEIPT);
  expect(posts).toBe(2);
  await context.close();
});

test('an open link: team and group are chosen with the keyboard, in Czech, and kept over a reload', async () => {
  const url = await team.link();
  const before = await team.responses();
  const { page, context } = await phone({ locale: 'cs-CZ', hasTouch: false, isMobile: false });
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Jak se nám daří?' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Začít' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('alert').allInnerTexts())
    .toEqual(Array(2).fill('Vyberte prosím jednu možnost.'));
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Blue ward' }).focus();
  for (const key of ['Space', 'ArrowDown', 'Tab', 'Space']) await page.keyboard.press(key);
  await expect.poll(() => page.getByRole('radio', { name: 'Green ward' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Vedení' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Začít' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Vaše odpovědi se počítají sem: Green ward, Vedení.').waitFor();
  const [first = ''] = Object.keys(answers);
  await page.getByRole('radiogroup', { name: czech.items[first]! }).getByRole('radio').nth(2).check();
  await page.reload();
  await page.getByText('Green ward, Vedení').waitFor();
  // what was kept comes from the browser's database, in its own time
  const kept = page.getByRole('radiogroup', { name: czech.items[first]! }).getByRole('radio').nth(2);
  await expect.poll(() => kept.isChecked()).toBe(true);
  await expectAccessible(page);
  // the questions in another language than the page
  await page.getByLabel('Jazyk otázek').selectOption('en');
  await page.getByRole('radiogroup', { name: english.items[first]! }).waitFor();
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('heading', { name: 'Vaše potvrzení' }).waitFor();
  expect(await team.responses()).toBe(before + 1);
  await context.close();
});

test('on a shared device nothing stays, and the next person with the same link begins anew', async () => {
  const url = await team.link({ team: 'red', group: 'staff' });
  const { page, context } = await phone();
  await page.goto(url);
  await page.getByLabel('Other people use this device too').check();
  await begin(page);
  await fillIn(page, english, answers);
  await page.reload();
  await page.getByText('Red ward, Staff').waitFor();
  await page.locator('peerscale-survey').getByRole('radio').first().waitFor();
  await page.waitForLoadState('networkidle'); // half a second in which something kept would come
  expect(await page.locator('peerscale-survey :checked').count()).toBe(0);
  await context.close();
});

test('a link for one person goes on another day where it was left, on the same device', async () => {
  const [url = ''] = await team.tokens(1);
  const { page, context } = await phone();
  const [first = ''] = Object.keys(answers);
  const answer = (on: Page) => on.getByRole('radiogroup', { name: english.items[first]! }).getByRole('radio').nth(3);
  await page.goto(url);
  await begin(page);
  await answer(page).check();
  await page.getByText('1 of 9 answered').waitFor();
  // the answer itself has been written, not only the place for it made
  await page.waitForFunction(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'peerscale-form')) return false;
    return new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('peerscale-form');
      opening.onsuccess = () => {
        const counting = opening.result.transaction('rows').objectStore('rows').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result > 0);
        };
      };
    });
  });
  await page.close();
  const later = await context.newPage();
  await later.goto(url);
  await begin(later);
  await later.locator('peerscale-survey :checked').waitFor();
  await expect.poll(() => answer(later).isChecked()).toBe(true);
  await context.close();
});

test('on a wide screen questions stand in rows, and axe finds nothing in light or dark', async () => {
  const url = await team.link({ team: 'red', group: 'staff' });
  const { page, context } = await phone({
    viewport: { width: 1440, height: 900 },
    hasTouch: false,
    isMobile: false,
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await expectAccessibleInColours(page, 'before it begins');
  await begin(page);
  const options = page.getByRole('radiogroup').first().getByRole('radio');
  await options.first().waitFor();
  const tops = await options.evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);
  expect(tops).toBe(1);
  await expectAccessibleInColours(page, 'the questions');
  await context.close();
});

test('links that open nothing are explained', async () => {
  const { page, context } = await phone();
  await page.goto(`${team.origin}/answer`);
  await page.getByText('There is no invitation in this address.').waitFor();
  await expectAccessible(page);
  await page.goto(`${team.origin}/answer#${'x'.repeat(43)}`);
  await page.getByText('If you have not answered yet').waitFor();
  const winter = await team.ask<{ url: string }>('POST', `/studies/${team.study}/waves/${team.waves[1]!.id}/links`, {
    team: 'red',
    group: 'staff',
  });
  await page.goto(winter.url);
  await page.getByRole('heading', { name: 'This round has not begun yet' }).waitFor();
  await page.getByText(/It opens on .*20\d\d\. The same link will work then\./).waitFor();
  await page.route(/\/api\/invitations/, (route) => route.abort());
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'There is no connection' }).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('a mistyped receipt is noticed, and nobody learns whether there were answers', async () => {
  const { page, context } = await phone();
  await page.goto(`${team.origin}/withdraw`);
  const field = page.getByLabel('Receipt code');
  await field.fill('ABC');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This is not a receipt code.').waitFor();
  await expect.poll(() => field.evaluate((input) => document.activeElement === input)).toBe(true);
  await field.fill('0000-0000-0000-0000-0000-0000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Yes, delete my answers' }).click();
  await page.getByText('This is not a receipt code.').waitFor();
  await expectAccessible(page);
  await context.close();
});

test('what is stored, for anybody: in general, and of one study with its own figures', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await phone({ colorScheme });
    await page.goto(`${team.origin}/rights`);
    await page.getByRole('heading', { level: 1, name: 'What is stored about whom' }).waitFor();
    await page.goto(`${team.origin}/rights?study=${team.study}&lang=cs`);
    await page.getByText('365 dnů po skončení vlny').first().waitFor();
    await expectAccessible(page);
    await context.close();
  }
});

test('the secret is sent to nobody: not as a referrer, not in an address but of the collector', async () => {
  const [url = ''] = await team.tokens(1);
  const secret = url.split('#')[1]!;
  const { page, context } = await phone();
  const seen: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const referrer = request.headers().referer ?? '';
    if (referrer !== '' || (request.url().includes(secret) && !pathname.startsWith(`/api/invitations/${secret}`))) {
      if (request.url() !== url) seen.push(`${request.url()} from ${referrer}`);
    }
  });
  await page.goto(url);
  await begin(page);
  await page.getByRole('radio').first().waitFor();
  await page.goto(`${team.origin}/rights`);
  await page.goBack();
  await page.getByRole('radio').first().waitFor();
  expect(page.url()).not.toContain(secret);
  expect(seen).toEqual([]);
  await context.close();
});
