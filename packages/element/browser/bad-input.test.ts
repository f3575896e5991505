import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  badInputs,
  type Given,
  goodInput,
  hostilePlan,
  hostileTexts,
  oddInputs,
} from '../../form/browser/support/bad-input.ts';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { expectSaid, isFocused } from '../../test-utils/src/expect-said.ts';
import { savedJson } from '../../test-utils/src/saved-json.ts';
import { all, choose, events, send, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest();

let page: Page;
let told = 0;
/** Puts an element on the page that is given this, in place of the one before, and waits for what it comes to. */
async function give(given: unknown, { locale }: Given = {}): Promise<void> {
  const address = `/given-${++told}.json`;
  site.pages.json[address] = given;
  await point(address, locale);
}

async function point(address: string, locale?: string): Promise<void> {
  const before = await outcomes();
  await page.locator('#s').evaluate(
    (element, [src, tag]) => {
      if (tag === undefined) element.removeAttribute('locale');
      else element.setAttribute('locale', tag);
      element.setAttribute('src', src);
    },
    [address, locale] as const,
  );
  await expect.poll(outcomes, { interval: 10 }).toBeGreaterThan(before);
}

const outcomes = async () => (await events(page)).filter(({ name }) => name === 'ready' || name === 'error').length;
const errors = async () => (await events(page, 'error')).map(({ detail }) => detail);

/** Whatever a mistake in the form would leave in the page; that a file is not there is the browser's own remark. */
const thrown = async () => [
  ...(await page.evaluate(() => (window as unknown as { thrown: string[] }).thrown)),
  ...site.complaints.filter((text) => !/Failed to load resource/.test(text)),
];

async function watch(): Promise<void> {
  await site.context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { thrown: seen });
    for (const name of ['error', 'unhandledrejection']) addEventListener(name, ({ type }) => seen.push(type));
  });
}

/** Nothing of what was wrong stays. */
async function recovers(): Promise<void> {
  await give(goodInput);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('radiogroup').count()).toBe(6);
}

test('what cannot be shown is said in words, told by its code, and thrown nowhere', async () => {
  await watch();
  page = await site.open();
  for (const { name, given, code, words, names } of badInputs) {
    const before = (await errors()).length;
    await give(given, given);
    await expectSaid(page, words);
    expect((await errors()).slice(before), name).toEqual([{ code, message: expect.stringMatching(names) }]);
    await recovers();
    expect(await thrown(), name).toEqual([]);
  }
});

test('what is no JSON of a form', async () => {
  await watch();
  page = await site.open();
  for (const text of ['<!doctype html>', JSON.stringify(goodInput).slice(0, 300), '', 'null', '3', '[]', '"olbi"']) {
    const before = (await errors()).length;
    await give(text);
    await expectSaid(page, 'Something is wrong with the questionnaire.');
    const codes = (await errors()).slice(before).map(({ code }) => code);
    expect(codes, text).toEqual([text === '[]' ? 'text-pack-invalid' : 'instrument-invalid']);
    await recovers();
  }
  expect(await thrown()).toEqual([]);
});

test.each<[string, string]>([
  ['is not there', '/nowhere.json'],
  ['is none', 'http://'],
  ['is of another origin', 'https://example.invalid/form.json'],
])('an address that %s: instrument-not-found, and another attempt is offered', async (_, address) => {
  await watch();
  page = await site.open();
  await point(address);
  await expectSaid(page, 'The questionnaire was not found.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await errors()).length).toBe(2);
  await expectSaid(page, 'The questionnaire was not found.');
  expect((await errors()).map(({ code }) => code)).toEqual(['instrument-not-found', 'instrument-not-found']);
  await recovers();
  // what its policy blocks the browser itself remarks on
  expect((await thrown()).filter((text) => !/Content Security Policy|Connecting to/.test(text))).toEqual([]);
});

test.each([401, 404, 413])('refused for ever with %i: said, and the answers can be saved', async (status) => {
  await watch();
  page = await site.open('<peerscale-survey id="s" src="/day.json" endpoint="/responses"></peerscale-survey>');
  site.pages.answers.push({ status });
  for (const [item, code] of Object.entries(all)) await choose(page, item, code);
  await send(page);
  const heading = page.getByRole('heading', { name: 'The server did not accept your answers' });
  await heading.waitFor();
  await expect.poll(() => isFocused(heading)).toBe(true);
  const codes = (await events(page, 'error')).map(({ detail }) => detail.code);
  expect(codes).toEqual(['endpoint-refused']);
  const saved = await savedJson(page, () => page.getByRole('button', { name: 'Save my answers' }).click());
  expect(saved.value).toMatchObject({ answers: all });
  // it is not tried again and again
  await page.waitForTimeout(300);
  expect(site.pages.received).toHaveLength(1);
  expect(await thrown()).toEqual([]);
});

test('hostile wording of a plan is shown as text', async () => {
  await watch();
  site.pages.json['/hostile-plan.json'] = { instruments: [instrument], textPacks: [english], plan: hostilePlan };
  page = await site.open('<peerscale-survey id="s" src="/hostile-plan.json"></peerscale-survey>');
  const text = await page.locator('#s').evaluate((element) => element.shadowRoot!.textContent!);
  for (const [name, wording] of Object.entries(hostileTexts)) expect(text, name).toContain(wording);
  expect(await page.locator('#s :is(img, script, b, strong, a, svg, iframe)').count()).toBe(0);
  expect(await page.title()).toBe('Host');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  expect(await thrown()).toEqual([]);
});

test('whatever JSON it is given, there is a form or words, and nothing is thrown into the page', async () => {
  await watch();
  page = await site.open();
  const count = Math.min(Number(process.env.PROPERTY_RUNS ?? 60), 1_000);
  let shown = 0;
  for (const given of oddInputs(20_261_122, count)) {
    await give(given);
    const forms = await page.getByRole('progressbar').count();
    expect((await page.getByRole('alert').count()) + forms, JSON.stringify(given)).toBe(1);
    expect(await thrown(), JSON.stringify(given)).toEqual([]);
    shown += forms;
  }
  // some of it does no harm, most of it does
  expect(shown).toBeGreaterThan(count / 20);
  expect(shown).toBeLessThan(count / 2);
});
