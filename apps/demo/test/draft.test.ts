import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { fillIn, type GivenAnswers, optionOf, send, workBurnoutWording } from './helpers/fill-in.ts';

const wording = workBurnoutWording('en');
const STUDY = 'your-team-burnout';
const firstHalf: GivenAnswers = { ex_leisure: 4, ex_recovery: 2, ex_strength: 3, di_distance: 1, di_interest: 5 };
const secondHalf: GivenAnswers = { di_care: 5, ac_effect: 2, ac_doubt: 3, ac_useful: 4 };

let server: DemoServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  server = await startDemoServer();
  context = await browser.newContext({ locale: 'en-GB' });
});
afterEach(async () => {
  await context?.close();
  await server?.dispose();
});
afterAll(() => browser?.close());

async function expectChecked(page: Awaited<ReturnType<BrowserContext['newPage']>>, answers: GivenAnswers) {
  for (const [item, code] of Object.entries(answers)) {
    // what was kept comes from the browser's database, in its own time
    const message = `${item} = ${code}`;
    await expect.poll(() => optionOf(page, wording, item, code!).isChecked(), { message }).toBe(true);
  }
  await page.waitForLoadState('networkidle'); // half a second in which nothing more should come
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(Object.keys(answers).length);
}

test('closing the tab before sending loses no answer', async () => {
  const first = await context.newPage();
  await first.goto(`${server.origin}/s/${STUDY}`);
  await fillIn(first, wording, firstHalf);
  await first.close();
  expect(await server.records(STUDY)).toBe(0);

  const second = await context.newPage();
  await second.goto(`${server.origin}/s/${STUDY}`);
  await second.getByRole('radio').first().waitFor();
  await expectChecked(second, firstHalf);
  await fillIn(second, wording, secondHalf);
  await send(second);
  expect(await server.records(STUDY)).toBe(1);

  // what was sent does not come back
  await second.goto(`${server.origin}/s/${STUDY}`);
  await second.getByRole('radio').first().waitFor();
  await expectChecked(second, {});
});

test('changing the language half-way keeps the answers', async () => {
  const page = await context.newPage();
  await page.goto(`${server.origin}/s/${STUDY}`);
  await fillIn(page, wording, firstHalf);
  await page.getByRole('link', { name: 'Čeština' }).click();
  const czech = workBurnoutWording('cs');
  await page.getByRole('radiogroup', { name: czech.items.ex_leisure! }).waitFor();
  for (const [item, code] of Object.entries(firstHalf)) {
    const message = `${item} = ${code}`;
    await expect.poll(() => optionOf(page, czech, item, code!).isChecked(), { message }).toBe(true);
  }
});

test('with the server down the answers stay and it says so; a retry stores them once', async () => {
  const page = await context.newPage();
  await page.goto(`${server.origin}/s/${STUDY}`);
  const answers = { ...firstHalf, ...secondHalf };
  await fillIn(page, wording, answers);
  expect(await server.stop()).toBe(0);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByRole('alert').getByText('Your answers could not be sent.').waitFor();
  await expectChecked(page, answers);

  await server.startAgain();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  expect(await server.records(STUDY)).toBe(1);
});

test('a record whose acknowledgement was lost on the way is stored once', async () => {
  const page = await context.newPage();
  await page.goto(`${server.origin}/s/${STUDY}`);
  await fillIn(page, wording, { ...firstHalf, ...secondHalf });
  let posts = 0;
  await page.route('**/responses', async (route) => {
    posts++;
    if (posts > 1) return route.continue();
    await route.fetch(); // the server stores it ...
    return route.abort(); // ... and the browser never hears of it
  });
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  expect(posts).toBe(2);
  expect(await server.records(STUDY)).toBe(1);
});
