import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULTS, type FaultProxy, faultProxy } from './support/fault-proxy.ts';
import { all, send, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest();
/** In `npm test` a few; PROPERTY_RUNS asks for more. */
const RUNS = Math.min(Number(process.env.PROPERTY_RUNS ?? 6), 500);
const ITEMS = 6;

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await faultProxy();
});
afterAll(() => proxy?.close());

const schedule = fc.record({
  keep: fc.constantFrom('tab', 'device'),
  /** the answers, as places */
  places: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: ITEMS, maxLength: ITEMS }),
  /** after how many answers the page is left, if at all: in the same moment */
  leftAfter: fc.option(fc.integer({ min: 1, max: ITEMS })),
  faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 4 }),
  /** milliseconds after sending at which it is left, one a page */
  leftWhileSending: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 2 }),
});

test('whatever happens between the first answer and the collector, the record arrives, once', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ keep, places, leftAfter, faults, leftWhileSending }) => {
      await site.renew();
      // retries come soon
      await site.context.addInitScript(() => {
        Math.random = () => 0.05;
      });
      site.pages.endpoint = proxy.answer;
      proxy.faults = [...faults];
      const answers = Object.fromEntries(Object.keys(all).map((item, at) => [item, places[at]]));
      // rows lie in no order of arrival: how many are the same is what can be told
      const same = async () => (await proxy.stored()).filter((one) => isDeepStrictEqual({ ...one }, answers)).length;
      const [before, sameBefore] = [(await proxy.stored()).length, await same()];
      const body = `<peerscale-survey id="s" src="/day.json" endpoint="${proxy.path}" keep="${keep}"></peerscale-survey>`;
      let page = await site.open(body);
      /** A tab that is closed comes back on another day; where answers live as long as the tab, it is a reload. */
      const leave = async (): Promise<void> => {
        if (keep === 'tab') {
          await page.reload();
        } else {
          await page.close({ runBeforeUnload: false });
          page = await site.open(body);
        }
        await page.locator('.form:not(.loading)').waitFor();
      };
      const choose = (item: number) =>
        page.getByRole('radiogroup').nth(item).getByRole('radio').nth(places[item]!).check();
      // closing a tab from outside gives the page no last moment: what it has is what has reached the disk
      const reachTheDisk = () => (keep === 'device' ? page.waitForTimeout(150) : null);
      const answered = (count: number) =>
        expect.poll(() => page.locator('input:checked').count(), { timeout: 5_000 }).toBe(count);
      for (let item = 0; item < ITEMS; item++) {
        await choose(item);
        if (leftAfter !== item + 1) continue;
        await reachTheDisk();
        await leave();
        await answered(leftAfter);
      }
      await reachTheDisk();
      await send(page);
      for (const milliseconds of leftWhileSending) {
        await page.waitForTimeout(milliseconds);
        await leave();
        // left before the record was on the disk: then all the answers still are, and the person sends them again
        if ((await page.locator('input:checked').count()) === 0) continue;
        await answered(ITEMS);
        await send(page);
      }
      await expect.poll(async () => (await proxy.stored()).length, { timeout: 20_000 }).toBe(before + 1);
      expect(await same()).toBe(sameBefore + 1);
      // and nothing is left that would be sent again
      await expect.poll(() => settled(page), { timeout: 20_000 }).toBe(true);
      await leave();
      await page.getByText(`0 of ${ITEMS} answered`).first().waitFor();
      await page.waitForTimeout(100);
      expect(await proxy.stored()).toHaveLength(before + 1);
    }),
    // a schedule is short enough to be read as it is, and making it shorter takes minutes
    { numRuns: RUNS, endOnFailure: true },
  );
}, 1_800_000);

/** Thanked, or back at an empty form because the thanks were on the page before. */
const settled = async (page: Page): Promise<boolean> =>
  (await page.getByRole('heading', { name: 'Thank you' }).count()) > 0 ||
  ((await page.getByText(`0 of ${ITEMS} answered`).count()) > 0 && (await page.locator('input:checked').count()) === 0);
