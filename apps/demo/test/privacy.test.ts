import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { fillIn, send, workBurnoutWording } from './helpers/fill-in.ts';
import { watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const answers = Object.fromEntries(Object.keys(workBurnoutWording('en').items).map((item) => [item, 3]));

test('no page asks another origin for anything, or does what the Content-Security-Policy forbids', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const watched = await watchContext(context, server.origin);
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.getByRole('link', { name: 'Answer Example team: burnout at work' }).click();
  await fillIn(page, workBurnoutWording('en'), answers);
  await send(page);
  await page.getByRole('link', { name: 'Look at the results' }).click();
  await page.getByRole('img', { name: /^Histogram of Exhaustion/ }).waitFor();
  await page.getByRole('button', { name: 'More columns' }).first().click();
  await page.getByRole('button', { name: 'The picture as a table' }).first().click();
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.getByRole('link', { name: 'Čeština' }).click();
  await page.getByRole('img', { name: /^Histogram škály Vyčerpání/ }).waitFor();
  expect(watched).toEqual({ foreignRequests: [], violations: [], errors: [] });
  await context.close();
});

test('the watch itself works: a foreign request and an inline style are noted', async () => {
  const context = await browser.newContext();
  const watched = await watchContext(context, server.origin);
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.evaluate(async () => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
    await fetch('https://example.invalid/').catch(() => undefined);
  });
  await expect.poll(() => watched.violations.length).toBe(2);
  expect(watched.violations).toContainEqual(expect.stringMatching(/^style-src-elem inline/));
  expect(watched.violations).toContainEqual(expect.stringMatching(/^connect-src https:\/\/example\.invalid/));
  await context.close();
});

test('the results page loads no SurveyJS, the form page no Plot; what it loads is small', async () => {
  const sizes = async (path: string, ready: string) => {
    const page = await browser.newPage({ locale: 'en-GB' });
    const scripts: { name: string; bytes: number; text: string }[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      const { encodedBodySize } =
        (await response
          .request()
          .sizes()
          .catch(() => null)) === null
          ? { encodedBodySize: 0 }
          : { encodedBodySize: (await response.request().sizes()).responseBodySize };
      scripts.push({ name: response.url(), bytes: encodedBodySize, text: await response.text() });
    });
    await page.goto(`${server.origin}${path}`);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.close();
    return {
      bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
      surveyJs: scripts.some(({ text }) => text.includes('sd-root-modern') || text.includes('surveyjs')),
      plot: scripts.some(({ text }) => text.includes('plot-d6a7b5')),
    };
  };
  const results = await sizes('/s/example-team-burnout/results', '.plot-svg');
  const form = await sizes('/s/example-team-burnout', 'input[type=radio]');
  const studies = await sizes('/', '.studies');
  expect([results.surveyJs, results.plot]).toEqual([false, true]);
  expect([form.surveyJs, form.plot]).toEqual([true, false]);
  expect([studies.surveyJs, studies.plot]).toEqual([false, false]);
  expect(studies.bytes).toBeLessThan(120_000);
  expect(results.bytes).toBeLessThan(220_000);
});
