import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';

const STUDY = 'your-team-burnout';
const { answers: given } = JSON.parse(
  readFileSync(new URL('fixtures/twelve-respondents.json', import.meta.url), 'utf8'),
) as { answers: readonly Readonly<Record<string, number | null>>[] };

let server: DemoServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

let own: DemoServer | undefined;
let shared: DemoServer;

beforeAll(async () => {
  [shared, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
beforeEach(async () => {
  server = shared;
  context = await browser.newContext({ locale: 'en-GB' });
  page = await context.newPage();
});
afterEach(async () => {
  await context?.close();
  await own?.dispose();
  own = undefined;
});
afterAll(async () => {
  await browser?.close();
  await shared?.dispose();
});

/** A server of the test's own, for one that sends answers or stops it. */
async function ownServer(): Promise<void> {
  own = await startDemoServer();
  server = own;
}

async function post(answers: Readonly<Record<string, number | null>>): Promise<void> {
  const time = new Date().toISOString();
  const response = await fetch(`${server.origin}/api/studies/${STUDY}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      schema: 'peerscale/response@1',
      instrument: 'work-burnout',
      version: '1.0.0',
      locale: 'en',
      answers: Object.fromEntries(Object.entries(answers).map(([item, code]) => [item, code ?? 'skipped'])),
      startedAt: time,
      finishedAt: time,
      idempotencyKey: crypto.randomUUID(),
    }),
  });
  expect(response.status).toBe(201);
}

test('no answers, too few answers, and figures are three different things', async () => {
  await ownServer();
  await page.goto(`${server.origin}/s/${STUDY}/results`);
  await page.getByRole('heading', { name: 'No answers yet' }).waitFor();

  for (const answers of given.slice(0, 4)) await post(answers);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page
    .getByText('Fewer than 5 people have answered: nothing is shown, so that nobody can be recognised.')
    .waitFor();
  expect(await page.locator('[data-figure]').count()).toBe(0);

  for (const answers of given.slice(4, 9)) await post(answers);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('9 people have answered').first().waitFor();
  expect(await page.locator('[data-figure=alpha]').count()).toBe(4);
  expect(await page.locator('.plot-svg').count()).toBe(0);
  expect(await page.getByText('A distribution is shown from 10 scores on').count()).toBe(4);
  await page.getByText('Validation: none yet.').waitFor();
});

test('the page renews itself while it is visible, in steps, and says when the number of people changed', async () => {
  await ownServer();
  await page.clock.install();
  for (const answers of given.slice(0, 6)) await post(answers);
  await page.goto(`${server.origin}/s/${STUDY}/results`);
  await page.getByText('6 people have answered').waitFor();
  await page.getByText('made anew from 11 answers on').waitFor();
  for (const answers of given.slice(6, 10)) await post(answers);
  const asked = page.waitForResponse(/\/report$/);
  await page.clock.runFor(10_500);
  expect(await (await asked).json()).toMatchObject({ respondents: 6 });
  expect(await page.getByText('6 people have answered', { exact: true }).count()).toBe(1);
  await post(given[10]!);
  await page.clock.runFor(10_500);
  await page.getByText('11 people have answered', { exact: true }).waitFor();
  await page.getByRole('status').getByText('New results: 11 people have answered.').waitFor();
});

test('a server that went away is said, the last figures stay, and the page recovers', async () => {
  await ownServer();
  for (const answers of given) await post(answers);
  await page.goto(`${server.origin}/s/${STUDY}/results`);
  await page.getByText('12 people have answered').waitFor();
  await server.stop();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  expect(await page.getByText('12 people have answered').count()).toBe(1);
  await server.startAgain();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a page that cannot load offers to try again, and the retry works', async () => {
  await ownServer();
  await page.goto(server.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await server.stop();
  await page.getByRole('link', { name: 'Results Example team: burnout at work' }).click();
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await server.startAgain();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('24 people have answered').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('simulated answers are marked on every page that shows or takes them, in both languages', async () => {
  for (const [lang, label] of [
    ['en', 'Simulated answers'],
    ['cs', 'Simulované odpovědi'],
  ] as const) {
    for (const path of [
      '/',
      '/s/example-team-role',
      '/s/example-team-role/results',
      '/s/example-team-burnout/results',
    ]) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      await page.getByText(label).first().waitFor();
    }
    await page.goto(`${server.origin}/s/your-team-role?lang=${lang}`);
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByText(label).count()).toBe(0);
  }
});

test('an unknown study is said on the page, in the language of the reader', async () => {
  for (const path of ['/s/no-such-study', '/s/no-such-study/results']) {
    await page.goto(`${server.origin}${path}?lang=cs`);
    await page.getByText('Taková studie tu není.').waitFor();
  }
});

test('on paper the page is dark on light, also where the screen is dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.origin}/s/example-team-role/results`);
  await page.locator('.plot-svg').first().waitFor();
  const lightness = () => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).color)?.[0]));
  expect(await lightness()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await lightness()).toBeLessThan(60);
});

test('Czech results use Czech words and decimal commas', async () => {
  await ownServer();
  for (const answers of given) await post(answers);
  await page.goto(`${server.origin}/s/${STUDY}/results?lang=cs`);
  await page.getByText('Odpovědělo 12 lidí').waitFor();
  const section = page.getByRole('region', { name: 'Vyčerpání', exact: true });
  expect(await section.locator('[data-figure=alpha]').textContent()).toBe('0,95');
  expect(await section.locator('[data-figure=interval]').textContent()).toContain('0,87 až 0,99');
});

test('a histogram is taken along as a picture and as a table', async () => {
  await page.goto(`${server.origin}/s/example-team-burnout/results`);
  const saved = async (format: string) => {
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as ${format}: Distribution of the scores: Exhaustion` }).click();
    const download = await downloaded;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  await page.locator('.plot svg').first().waitFor();
  const svg = (await saved('SVG')).bytes.toString('utf8');
  expect(svg).toContain('Distribution of the scores: Exhaustion');
  expect(svg).toContain('Simulated answers');
  // the rule that this picture follows: its bars are of fewer people than a group has to have
  expect(svg).toContain('A distribution is shown from 10 scores on');
  expect(svg).not.toContain('Figures are shown only where');
  expect((await saved('PNG')).bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const csv = await saved('CSV');
  expect(csv.name).toMatch(/^simulated-.*exhaustion-distribution\.csv$/);
  const [header, ...rows] = parse(csv.bytes, { bom: true }) as string[][];
  expect(header).toEqual(['Score from', 'Score to', 'People', 'Answers', 'Table', 'Study']);
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(24);
  // in the table of the page stands the same
  await page.getByRole('button', { name: 'The picture as a table' }).first().click();
  const cells = await page.locator('.data-table').first().locator('td:last-child').allTextContents();
  expect(cells).toEqual(rows.map((row) => row[2]));
});
