import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  badInputs,
  type Given,
  goodInput,
  hostilePlan,
  hostileTexts,
  nothingGiven,
  oddInputs,
} from '../../form/browser/support/bad-input.ts';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { expectSaid, isFocused } from '../../test-utils/src/expect-said.ts';
import { savedJson } from '../../test-utils/src/saved-json.ts';
import { all, answerAll, send } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ script: 'bad-input-page.tsx' });

/** Opens a page whose form is given this, and watches what reaches the page around. */
async function open(given: object): Promise<{ page: Page; thrown: () => Promise<string[]> }> {
  await site.context.addInitScript((value) => {
    window.given = value as Given;
  }, given as Given);
  const { page, log } = await site.open();
  // that a post was refused is the browser's own remark
  const complaints = () => log.complaints.filter((text) => !/Failed to load resource/.test(text));
  return { page, thrown: async () => [...(await page.evaluate(() => window.thrown)), ...complaints()] };
}

const eventsOf = async (page: Page, wanted: string) =>
  (await page.evaluate(() => window.events)).flatMap(([name, detail]) => (name === wanted ? [detail] : []));

test('what cannot be shown is said in words, told by its code, and thrown nowhere', async () => {
  const { page, thrown } = await open(goodInput);
  for (const { name, given, code, words, names } of [nothingGiven, ...badInputs]) {
    const before = (await eventsOf(page, 'error')).length;
    await page.evaluate((bad) => window.give(bad), given);
    await expectSaid(page, words);
    const errors = (await eventsOf(page, 'error')).slice(before);
    expect(errors, name).toEqual([{ code, message: expect.stringMatching(names) }]);
    await page.evaluate((better) => window.give(better), goodInput as Given);
    await expect.poll(() => page.getByRole('radiogroup').count()).toBe(6);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await thrown(), name).toEqual([]);
  }
});

test.each([401, 404, 413])('refused for ever with %i: said, and the answers can be saved', async (status) => {
  site.host.answers.push(status);
  const { page, thrown } = await open({ ...goodInput, endpoint: '/responses' });
  await answerAll(page);
  await send(page);
  const heading = page.getByRole('heading', { name: 'The server did not accept your answers' });
  await heading.waitFor();
  await expect.poll(() => isFocused(heading)).toBe(true);
  expect(await eventsOf(page, 'error')).toMatchObject([{ code: 'endpoint-refused' }]);
  const saved = await savedJson(page, () => page.getByRole('button', { name: 'Save my answers' }).click());
  expect(saved.value).toMatchObject({ answers: all });
  // it is not tried again and again
  await page.waitForTimeout(300);
  expect(site.host.posts).toBe(1);
  expect(await thrown()).toEqual([]);
});

test('hostile wording of a plan is shown as text', async () => {
  const { page, thrown } = await open({ instruments: [instrument], textPacks: [english], plan: hostilePlan });
  await page.getByRole('radiogroup').first().waitFor();
  // what stands below the questions comes a moment after them
  for (const [name, wording] of Object.entries(hostileTexts)) {
    await expect.poll(() => page.locator('.peerscale-form').textContent(), { message: name }).toContain(wording);
  }
  expect(await page.locator('.peerscale-form :is(img, script, b, strong, a, iframe)').count()).toBe(0);
  expect(await page.title()).toBe('Host');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  expect(await thrown()).toEqual([]);
});

test('whatever JSON it is given, there is a form or words, and nothing is thrown into the page', async () => {
  const { page, thrown } = await open(goodInput);
  const count = Math.min(Number(process.env.PROPERTY_RUNS ?? 60), 1_000);
  let shown = 0;
  for (const given of oddInputs(20_261_122, count)) {
    await page.evaluate((value) => window.give(value), given);
    const shownNow = async () => [
      await page.locator('.peerscale-form:not([aria-busy]) [role="alert"]').count(),
      await page.locator('.peerscale-form:not([aria-busy]) progress').count(),
    ];
    // what the page threw says more than that there is nothing to see
    await expect
      .poll(shownNow, { timeout: 10_000, interval: 10 })
      .toContain(1)
      .catch(async () => expect([JSON.stringify(given), await thrown()]).toEqual([]));
    expect(await thrown(), JSON.stringify(given)).toEqual([]);
    shown += (await shownNow())[1]!;
  }
  expect(shown).toBeGreaterThan(count / 20);
  expect(shown).toBeLessThan(count / 2);
});
