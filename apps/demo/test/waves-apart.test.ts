import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { answerResults, MADE_UP } from './helpers/answer-results.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test.each([
  [
    'en-GB',
    'Change of the mean, Burnout, all items',
    'Shown only for a wave and the one right after it: figures for more pairs, side by side, would give single people away.',
    'Not shown: too few people',
  ],
  [
    'cs-CZ',
    'Změna průměru: Vyhoření celkem',
    'Ukazuje se jen pro dvě vlny jdoucí po sobě: z údajů o dalších dvojicích vln by se dali poznat jednotliví lidé.',
    'Neukazuje se: lidí je málo',
  ],
])(
  'waves that do not follow each other: the page says why nobody is told apart (%s)',
  async (locale, name, why, few) => {
    const context = await browser.newContext({
      locale,
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    });
    await answerResults(context);
    const page = await context.newPage();
    const read = async (query: string) => {
      await page.goto(`${server.origin}/studies/${MADE_UP}/results?${query}`);
      const picture = page.getByRole('figure', { name }).first();
      await picture.waitFor();
      return picture;
    };
    const apart = await read('from=1&to=3');
    const list = await apart.getByRole('listitem').allTextContents();
    expect(list.map((text) => text.includes(why))).toEqual([true, true, false]);
    expect(list.map((text) => text.includes(few))).toEqual([false, false, false]);
    expect(list[2]).toMatch(/0[.,]17/);
    await expectAccessible(page);
    const neighbours = await read('from=2&to=3');
    expect(await neighbours.textContent()).not.toContain(why);
    await context.close();
  },
);
