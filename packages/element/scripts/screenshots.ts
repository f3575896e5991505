/**
 * Saves a picture of every screen of the element, at the width of a phone and of a desk, into docs/screenshots. Run by
 * hand after `npm run build`:  node packages/element/scripts/screenshots.ts [FOLDER]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { servePages } from '../browser/support/serve-pages.ts';
import { arabic } from '../fixtures/arabic.ts';
import { plan } from '../fixtures/plan.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));
mkdirSync(folder, { recursive: true });

/** One screen: what the page holds, and what has to be done to see it. */
interface Picture {
  readonly name: string;
  readonly attributes: string;
  readonly colorScheme?: 'dark';
  readonly lang?: string;
  /** what the endpoint answers; 201 else */
  readonly answer?: { readonly status: number; readonly body?: unknown };
  readonly go?: (page: Page) => Promise<void>;
  /** whether the end of the form is what matters: a screenful of it */
  readonly end?: boolean;
}

const day = 'src="/day.json" endpoint="/responses"';
const whole = 'src="/plan.json" endpoint="/responses"';

const answer = async (page: Page, places: readonly number[]): Promise<void> => {
  const groups = page.getByRole('radiogroup');
  for (const [at, place] of places.entries()) await groups.nth(at).getByRole('radio').nth(place).check();
};
const send = async (page: Page, text?: string): Promise<void> => {
  await page.locator('.end button.main').click();
  const anyway = page.getByRole('button', { name: 'Send anyway' });
  if (await anyway.isVisible()) await anyway.click();
  if (text !== undefined) await page.getByText(text).first().waitFor();
};
const answerAll = (page: Page) => answer(page, [4, 1, 3, 1, 2, 0]);
const agree = (page: Page) => page.getByRole('checkbox').check();

const pictures: readonly Picture[] = [
  { name: 'list', attributes: day, go: (page) => answer(page, [4, 1, 3]) },
  { name: 'list-dark', attributes: day, colorScheme: 'dark', go: (page) => answer(page, [4, 1, 3]) },
  { name: 'list-arabic', attributes: day, lang: 'ar', go: (page) => answer(page, [4, 1]) },
  { name: 'single', attributes: `${day} mode="single"`, go: (page) => answer(page, [3]) },
  {
    name: 'all-kinds',
    attributes: whole,
    go: async (page) => {
      await agree(page);
      await answerAll(page);
      await page.getByRole('textbox', { name: 'For how many years' }).fill('90');
      await page.locator('.end button.main').click();
    },
  },
  {
    name: 'open-questions',
    end: true,
    attributes: day,
    go: async (page) => {
      await answer(page, [4, 1, 3]);
      await page.locator('.end button.main').click();
    },
  },
  { name: 'error', attributes: 'src="/nothing.json"' },
  {
    name: 'waiting',
    attributes: `${day} keep="device"`,
    answer: { status: 503 },
    go: async (page) => {
      await answerAll(page);
      await send(page, 'Next try');
    },
  },
  {
    name: 'offline',
    attributes: `${day} keep="device"`,
    go: async (page) => {
      await answerAll(page);
      await page.context().setOffline(true);
      await send(page, 'no connection');
    },
  },
  {
    name: 'refused',
    attributes: day,
    answer: {
      status: 422,
      body: { title: 'Not valid', errors: [{ path: 'locale', message: 'is not one of en, cs' }] },
    },
    go: async (page) => {
      await answerAll(page);
      await send(page, 'did not accept');
    },
  },
  {
    name: 'thank-you',
    attributes: day,
    go: async (page) => {
      await answerAll(page);
      await send(page, 'Thank you');
    },
  },
  {
    name: 'scores',
    attributes: whole,
    go: async (page) => {
      await agree(page);
      await answerAll(page);
      await page.getByRole('radio', { name: 'Days only' }).check();
      await send(page, 'on a scale from');
    },
  },
];

const [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
Object.assign(pages.json, {
  '/day.json': { instrument, textPacks: [english, arabic] },
  '/plan.json': { instrument, textPacks: [english], plan },
});
for (const [device, width] of [
  ['phone', 390],
  ['desk', 1280],
] as const) {
  for (const { name, attributes, colorScheme = 'light', lang = 'en', answer: response, go, end } of pictures) {
    const viewport = { width, height: device === 'phone' ? 844 : 800 };
    const context = await browser.newContext({ viewport, colorScheme, hasTouch: device === 'phone' });
    const page = await context.newPage();
    pages.lang = lang;
    pages.body = `<peerscale-survey ${attributes}></peerscale-survey>`;
    pages.answers.length = 0;
    if (response !== undefined) pages.answers.push(response, response, response);
    await page.goto(pages.origin);
    await page.locator('.form:not(.loading)').waitFor();
    await go?.(page);
    await page.mouse.move(0, 0);
    // the element is what is looked at, not the page around it
    await page.evaluate(() => document.querySelector('h1')?.remove());
    await page.evaluate((to) => scrollTo(0, to), end === true ? 1e6 : 0);
    if (end !== true) {
      const height = await page.evaluate(() => document.querySelector('peerscale-survey')!.clientHeight + 32);
      await page.setViewportSize({ width, height: Math.min(2600, height) });
    }
    await page.screenshot({ path: join(folder, `element-${name}-${device}.png`) });
    await context.close();
  }
}
await Promise.all([browser.close(), pages.close()]);
