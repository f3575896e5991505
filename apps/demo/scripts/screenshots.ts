/**
 * Saves a picture of every page, at the width of a phone and of a desk, in light and dark, into docs/screenshots. Run by hand after
 * `npm run build`:  node apps/demo/scripts/screenshots.ts [FOLDER]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { startDemoServer } from '../test/helpers/demo-server.ts';
import { fillIn, send, workBurnoutWording } from '../test/helpers/fill-in.ts';
import { setUp, visitDemonstration } from '../test/helpers/staff.ts';
import { ownStudies, productPictures, signedIn } from './product-pictures.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));
mkdirSync(folder, { recursive: true });

const wording = workBurnoutWording('en');
const answers = Object.fromEntries(Object.keys(wording.items).map((item, place) => [item, (place % 5) + 1]));
const half = Object.fromEntries(Object.entries(answers).slice(0, 5));
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();

const [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);

/** One picture after another, each from where the last one ended; a figure's height is cut to what shows the page. */
const pictures: readonly {
  readonly name: string;
  readonly height: number;
  readonly go: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'product-first-run',
    height: 1000,
    async go(page) {
      // nobody has used the link yet
      await page.goto(server.setUpLink()!);
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'form',
    height: 1200,
    async go(page) {
      await page.goto('/s/your-team-burnout');
      await fillIn(page, wording, half);
    },
  },
  {
    name: 'thank-you',
    height: 620,
    async go(page) {
      await fillIn(page, wording, answers);
      await send(page);
    },
  },
  {
    name: 'results-suppressed',
    height: 720,
    async go(page) {
      await page.getByRole('link', { name: 'Look at the results' }).click();
      await heading(page);
    },
  },
  {
    name: 'playground',
    height: 1000,
    async go(page) {
      await page.goto('/playground');
      await page.frameLocator('iframe').getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'playground-arabic',
    height: 1000,
    async go(page) {
      await page.goto('/playground?instrument=sample-workday&locale=ar');
      await page.frameLocator('iframe').getByRole('checkbox').check();
    },
  },
  {
    name: 'results',
    height: 1700,
    async go(page) {
      await page.goto('/s/example-team-role/results');
      await page.locator('.plot-svg').nth(2).waitFor();
    },
  },
];

/** Dark as well: what people see first, and longest. */
const ALSO_DARK = new Set(['product-answer-form', 'product-study', 'product-results', 'product-report']);

for (const [device, width] of [
  ['phone', 390],
  ['desk', 1280],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL: server.origin, locale: 'en-GB', colorScheme });
    const page = await context.newPage();
    for (const { name, height, go } of pictures) {
      await page.setViewportSize({ width, height });
      await go(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(500); // the progress bar of the form moves to its place
      const suffix = colorScheme === 'dark' ? '-dark' : '';
      await page.screenshot({ path: join(folder, `${name}-${device}${suffix}.png`), animations: 'disabled' });
    }
    await context.close();
  }
}
const owner = await setUp(server);
const own = await ownStudies(owner);
const visitor = await visitDemonstration(server);
for (const [device, width] of [
  ['phone', 390],
  ['desk', 1280],
] as const) {
  for (const { name, height, who, go } of productPictures(server, owner, own)) {
    for (const colorScheme of ALSO_DARK.has(name) ? (['light', 'dark'] as const) : (['light'] as const)) {
      const context = await browser.newContext({
        baseURL: server.origin,
        locale: 'en-GB',
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height },
      });
      if (who !== 'nobody') await signedIn(context, who === 'owner' ? owner : visitor);
      const page = await context.newPage();
      await go(page);
      await page.evaluate(() => scrollTo(0, 0));
      const suffix = colorScheme === 'dark' ? '-dark' : '';
      await page.screenshot({ path: join(folder, `${name}-${device}${suffix}.png`), animations: 'disabled' });
      await context.close();
    }
  }
}
await browser.close();
await server.dispose();
process.stdout.write(`Screenshots are in ${folder}\n`);
