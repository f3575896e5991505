import { findInstrument, findTextPack } from '@peerscale/instruments';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { nextFiles, plainFiles, reactFiles, vueFiles } from './build-examples.ts';
import { type ExampleFiles, type ExampleServer, serveExample } from './serve-example.ts';

const instrument = findInstrument('turnover-intention', '1.0.0')!;
const wording = findTextPack(instrument, 'en')!;
const labels = wording.responseScales['agreement-5']!.labels;
/** Another answer to each item. */
const answers = Object.fromEntries(instrument.items.map(({ id }, place) => [id, ((place * 2) % 5) + 1]));

let server: ExampleServer;
let browser: Browser;
let built: Readonly<Record<string, ExampleFiles>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveExample(), launchBrowser()]);
  const [react, vue, next] = await Promise.all([reactFiles(), vueFiles(), nextFiles()]);
  built = { html: plainFiles('html'), iframe: plainFiles('iframe'), react, vue, next };
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function answerAndSend(form: Page | FrameLocator): Promise<void> {
  for (const [item, code] of Object.entries(answers)) {
    const group = form.getByRole('radiogroup', { name: wording.items[item]!, exact: true });
    await group.getByRole('radio', { name: labels[String(code)]!, exact: true }).check();
  }
  await form.getByRole('button', { name: 'Send answers' }).click();
  await form.getByRole('heading', { name: 'Thank you' }).waitFor();
}

test.each(['html', 'iframe', 'react', 'vue', 'next'])(
  '%s: answered in Chromium, the record is at the collector',
  async (name) => {
    server.files = built[name]!;
    server.reports.length = 0;
    const before = (await server.records()).length;
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(server.origin);
    await page.getByRole('heading', { name: 'Survey of the team' }).waitFor();
    await answerAndSend(name === 'iframe' ? page.frameLocator('iframe') : page);
    if (name !== 'iframe') await page.getByText(/^Arrived under the key [0-9a-f-]{36}\.$/).waitFor();

    const records = await server.records();
    expect(records.length).toBe(before + 1);
    expect(records.at(-1)).toMatchObject({ answers });
    expect(elsewhere).toEqual([]);
    if (name === 'next') {
      expect(await page.evaluate(() => window.recoverableErrors)).toEqual([]);
      // the style attributes of SurveyJS in the server's HTML, which a strict policy ignores: nothing else
      expect(complaints.filter((text) => !/style-src/.test(text))).toEqual([]);
      expect(server.reports.filter((report) => !/style-src/.test(report))).toEqual([]);
    } else {
      expect(complaints).toEqual([]);
      expect(server.reports).toEqual([]);
    }
    await context.close();
  },
);

test('the page of the Next.js example can be read before any script has run', () => {
  const page = built.next!['/']!;
  expect(page).toContain('Survey of the team');
  expect(page).toContain(wording.title);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
