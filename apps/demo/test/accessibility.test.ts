import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible, expectAccessibleInColours } from './helpers/expect-accessible.ts';
import { fillIn, workBurnoutWording } from './helpers/fill-in.ts';

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();

/** Every page of the demo, with what must be there before it is looked at. */
const pages: Readonly<Record<string, { path: string; ready: (page: Page) => Promise<unknown> }>> = {
  studies: { path: '/', ready: (page) => page.locator('.studies').waitFor() },
  form: { path: '/s/example-team-burnout', ready: (page) => page.getByRole('radio').first().waitFor() },
  results: {
    path: '/s/example-team-role/results',
    async ready(page) {
      await page.locator('.plot-svg').nth(2).waitFor();
      const closed = page.locator('[aria-expanded=false], [aria-pressed=false]:not(.appearance)');
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  'no results yet': { path: '/s/your-team-role/results', ready: heading },
  'unknown study': { path: '/s/no-such-study', ready: heading },
  'not found': { path: '/nowhere', ready: heading },
};

// colours are a matter of style sheets alone: a page is opened once and looked at in both
for (const width of [320, 1280]) {
  for (const lang of ['en', 'cs'] as const) {
    // in `npm test` each language at one width; `PROPERTY_RUNS` asks for all
    if (process.env.PROPERTY_RUNS === undefined && (lang === 'en') !== (width === 320)) continue;
    test(`axe finds nothing, in light or dark: ${width} px, ${lang}`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const [name, { path, ready }] of Object.entries(pages)) {
        await page.goto(`${server.origin}${path}?lang=${lang}`);
        await ready(page);
        expect(await page.locator('html').getAttribute('lang'), name).toBe(lang);
        await expectAccessibleInColours(page, name);
      }
      await context.close();
    });
  }
}

/** What is smaller than 44 pixels either way, as text. A radio button is pressed through its label. */
function lowTargets(page: Page): Promise<string[]> {
  return page.locator('a:not(.skip-link), button, select, label:has(input)').evaluateAll((targets) =>
    targets
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 43.5)
      .map(({ target, box }) => `${target.textContent}: ${box.width} x ${box.height}`),
  );
}

test('axe finds nothing on the form with open questions, after sending, and with the server gone', async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/s/your-team-burnout`);
  await fillIn(page, workBurnoutWording('en'), { ex_leisure: 2 });
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByRole('button', { name: 'Send anyway' }).waitFor();
  await expectAccessibleInColours(page, 'open questions');
  await page.route('**/responses', (route) => route.abort());
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await expectAccessibleInColours(page, 'not sent');
  await page.unroute('**/responses');
  await page.getByRole('button', { name: 'Try again' }).click();
  const again = page.getByRole('button', { name: 'Send anyway' });
  const done = page.getByRole('heading', { level: 1, name: 'Thank you' });
  await again.or(done).first().waitFor();
  if (await again.isVisible()) await again.click();
  await done.waitFor();
  await expectAccessibleInColours(page, 'thank you');
  await page.goto(`${server.origin}/s/your-team-burnout/results`);
  await page.getByText('nothing is shown').waitFor();
  await expectAccessibleInColours(page, 'too few answers');
  await context.close();
});

const rated = (page: Page) => page.frameLocator('iframe').getByRole('radio').first().waitFor();

/** The playground, whose frame axe looks into: the form in all its languages is looked at where it is made. */
test.each<[string, number, 'light' | 'dark', (page: Page) => Promise<unknown>]>([
  ['?lang=en', 320, 'light', rated],
  ['?lang=cs', 1440, 'dark', rated],
  [
    '?lang=en&instrument=sample-workday&locale=ar&door=frame&width=320',
    1440,
    'light',
    (page) => page.frameLocator('iframe').frameLocator('iframe').getByRole('checkbox').waitFor(),
  ],
  ['?lang=cs&instrument=olbi', 320, 'dark', (page) => page.locator('.facts').waitFor()],
])('axe finds nothing in the playground: %s, %i px, %s', async (query, width, colorScheme, ready) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/playground${query}`);
  await ready(page);
  await expectAccessible(page);
  expect(await lowTargets(page)).toEqual([]);
  await context.close();
});

test('everything one can press is at least 44 pixels high and wide', async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  for (const { path, ready } of Object.values(pages)) {
    await page.goto(`${server.origin}${path}`);
    await ready(page);
    expect(await lowTargets(page), path).toEqual([]);
  }
  await context.close();
});
