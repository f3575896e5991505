import { readFileSync } from 'node:fs';
import type { TextPack } from '@peerscale/core';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { workBurnoutWording } from './helpers/fill-in.ts';
import { type Watched, watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
let context: BrowserContext;
let watched: Watched;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  watched = await watchContext(context, server.origin);
});
afterEach(async () => {
  await context?.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const preview = (page: Page) => page.frameLocator('iframe');

async function open(query = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/playground${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const wording = workBurnoutWording('en');
/** Answers by item id; those of work-burnout, from the code that its first option has. */
const answers = Object.fromEntries(Object.keys(wording.items).map((item, place) => [item, (place % 5) + 1]));

/** The radio button of an answer, as a person finds it. */
function optionIn(form: FrameLocator, pack: TextPack, item: string, code: number): Locator {
  const name = Object.values(pack.responseScales)[0]!.labels[code]!;
  return form.getByRole('radiogroup', { name: pack.items[item]! }).getByRole('radio', { name, exact: true });
}

/** Answers the questions of work-burnout in the preview, and sends. */
async function answerAndSend(form: FrameLocator): Promise<void> {
  for (const [item, code] of Object.entries(answers)) {
    await optionIn(form, wording, item, code).check();
  }
  await form.getByRole('button', { name: 'Send answers' }).click();
  await form.getByRole('heading', { name: 'Thank you' }).waitFor();
}

/** What the page shows as the record. */
const recordOf = async (page: Page) =>
  JSON.parse((await page.getByRole('region', { name: 'JSON' }).textContent())!) as { answers: unknown };

/** A mean by hand, from the key in the definition. */
function meanOf(scale: string): number {
  const file = new URL('../../../instruments/definitions/work-burnout/1.0.0/instrument.json', import.meta.url);
  const instrument = JSON.parse(readFileSync(file, 'utf8'));
  const { items, direction } = instrument.scales.find(({ id }: { id: string }) => id === scale);
  const keyed = items.map((id: string) => {
    const { polarity } = instrument.items.find((item: { id: string }) => item.id === id);
    return polarity === direction ? answers[id]! : 6 - answers[id]!;
  });
  return keyed.reduce((sum: number, code: number) => sum + code, 0) / keyed.length;
}

for (const door of ['element', 'react'] as const) {
  test(`${door}: answered and sent, the record and its scores are shown, and nothing went anywhere`, async () => {
    const page = await open(`?door=${door}`);
    const sent: string[] = [];
    context.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    await answerAndSend(preview(page));
    expect((await recordOf(page)).answers).toEqual(answers);
    const shown = await page.locator('[data-score="exhaustion"]').textContent();
    expect(Number.parseFloat(shown!)).toBeCloseTo(meanOf('exhaustion'), 2);
    // the preview tells the page by messages
    const names = async () => [...new Set(await page.locator('.events strong').allTextContents())].sort();
    await expect
      .poll(names)
      .toEqual(
        door === 'element'
          ? ['change', 'progress', 'ready', 'saved', 'submit']
          : ['onChange', 'onProgress', 'onReady', 'onSaved', 'onSubmit'],
      );
    expect(sent).toEqual([]);
    expect(watched).toEqual({ foreignRequests: [], violations: [], errors: [] });
  });
}

test('a frame tells how far somebody is and nothing of what was answered', async () => {
  const page = await open('?door=frame');
  await answerAndSend(preview(page).frameLocator('iframe'));
  await page.getByText('the record goes to the endpoint alone').waitFor();
  const events = page.locator('.events');
  await expect.poll(() => events.textContent()).toMatch(/saved/);
  const told = await events.textContent();
  expect(told).toContain('{"answered":9,"total":9}');
  for (const item of Object.keys(answers)) expect(told).not.toContain(item);
  // nor does the page believe any window but its preview
  await page.evaluate(() => postMessage({ from: 'peerscale-preview', name: 'forged', detail: { record: {} } }, '*'));
  await page.waitForTimeout(100);
  const later = (await page.locator('.events').textContent())!;
  expect(later.endsWith(told!)).toBe(true); // the thank-you page may have told its height meanwhile
  expect(later).not.toContain('forged');
  expect(later).not.toContain('record');
  expect(watched).toEqual({ foreignRequests: [], violations: [], errors: [] });
});

test('what is chosen is in the address, reaches the form that is there, and its answers stay', async () => {
  const page = await open();
  const form = preview(page);
  const first = Object.keys(answers)[0]!;
  await optionIn(form, wording, first, 4).check();
  await page.getByLabel('Language of the form').selectOption('cs');
  const czech = optionIn(form, workBurnoutWording('cs'), first, 4);
  await czech.waitFor();
  await expect.poll(() => czech.isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'One by one' }).check();
  await page.getByRole('radio', { name: '320' }).check();
  await page.getByRole('checkbox', { name: 'Shared computer' }).check();
  await expect.poll(() => page.locator('.preview-box').evaluate((box) => box.getBoundingClientRect().width)).toBe(320);
  await expect.poll(() => form.getByRole('radiogroup').count()).toBe(1);
  const ground = () => form.locator('html').evaluate((html) => getComputedStyle(html).colorScheme);
  await expect.poll(ground).toBe('dark');
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ locale: 'cs', theme: 'dark', mode: 'single', width: '320', shared: '1' });
  const snippet = page.locator('[data-snippet]');
  for (const part of ['locale="cs"', 'theme="dark"', 'mode="single"', 'shared-computer']) {
    expect(await snippet.textContent()).toContain(part);
  }
  // the same choices in another tab, in the other language, and back by the history in one step
  await page.getByRole('link', { name: 'Čeština' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hřiště' }).waitFor();
  expect(new URL(page.url()).searchParams.get('mode')).toBe('single');
  expect(await page.getByRole('radio', { name: 'Tmavé' }).isChecked()).toBe(true);
  expect(watched.errors).toEqual([]);
});

test('right to left with wording of its own, and plainly told where there is none', async () => {
  const page = await open('?instrument=sample-workday&locale=ar');
  const form = preview(page);
  await form.getByRole('heading', { name: 'المشاركة' }).waitFor();
  expect(await form.locator('.form').getAttribute('dir')).toBe('rtl');
  await page.getByLabel('Instrument').selectOption('work-burnout');
  await form.getByRole('alert').waitFor();
  await page.getByText('text-pack-missing-language').waitFor();
  await page.getByText('The sample has wording in all five languages.').waitFor();
  await page.getByRole('radio', { name: 'React' }).check();
  await form.getByRole('radiogroup', { name: Object.values(wording.items)[0]! }).waitFor();
  await page.getByText('Only the interface is in this language').waitFor();
});

test('a published instrument says whose its wording is; a proprietary one takes no text pack', async () => {
  const page = await open('?instrument=olbi');
  await page.getByText('Evangelia Demerouti and Arnold B. Bakker').waitFor();
  await page.getByText('peerscale textpack init olbi --locale en').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await page.getByLabel('Instrument').selectOption('mbi-hss');
  await page.getByText('takes no text pack for it').waitFor();
  expect(await page.getByText('peerscale textpack').count()).toBe(0);
  await page.goto(`${server.origin}/playground?instrument=nope`);
  await page.getByText('There is no instrument with the id “nope” here.').waitFor();
});

test('the code is copied, and it says so', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  const page = await open('?door=frame&locale=cs');
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator('[data-snippet]').textContent());
  await page.getByRole('radio', { name: 'Element' }).check();
  await expect.poll(() => page.getByText('Copied.').count()).toBe(0);
});

test.each(['element', 'frame'])('the code of the door "%s" works as it stands on a page', async (door) => {
  const page = await open(`?door=${door}&mode=single&shared=1`);
  const code = await page.locator('[data-snippet]').textContent();
  await page.route('**/a-page-of-mine', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Mine</title>${code}` }),
  );
  await page.goto(`${server.origin}/a-page-of-mine`);
  const form = door === 'frame' ? preview(page) : page;
  await form.getByRole('radiogroup', { name: Object.values(wording.items)[0]! }).waitFor();
  expect(await form.getByRole('radiogroup').count()).toBe(1);
});

test('what a page loads by its address is there, may be framed by this site alone, and nothing else is there', async () => {
  const get = (path: string) => fetch(server.origin + path);
  for (const path of ['/peerscale/frame.html', '/playground/preview.html']) {
    const { headers, status } = await get(path);
    expect([status, headers.get('x-frame-options')]).toEqual([200, 'SAMEORIGIN']);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  }
  const bundle = await (await get('/surveys/work-burnout.json')).json();
  expect(bundle.textPacks.map(({ locale }: { locale: string }) => locale).sort()).toEqual(['cs', 'en']);
  expect((await get('/peerscale/peerscale-survey.js')).headers.get('content-type')).toContain('javascript');
  for (const path of ['/surveys/olbi.json', '/surveys/nope.json', '/peerscale/nope.js', '/playground/nope.html']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});
