import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { optionOf, workBurnoutWording } from './helpers/fill-in.ts';

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** The role-like description of what has the focus: its accessible text, as far as this test needs it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const ofControl = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    const label = labelledBy.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') || ofControl;
    return `${element?.tagName.toLowerCase()} ${label || element?.getAttribute('aria-label') || element?.textContent?.trim() || ''}`;
  });
}

/** Presses Tab until something with that text has the focus; a visible outline is part of being reachable. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (!(await focused(page)).includes(text)) continue;
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline, `outline of ${text}`).not.toBe('none');
    return;
  }
  throw new Error(`"${text}" was not reached by Tab; the focus is on: ${await focused(page)}`);
}

test('from the list of studies to an answered form and the results, by keyboard alone', async () => {
  const wording = workBurnoutWording('en');
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(server.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();

  // the skip link comes first and leads past the header
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('a Skip to the content');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toMatch(/^main /);

  await tabTo(page, 'Answer Example team: burnout at work');
  await page.keyboard.press('Enter');
  await page.getByRole('radio').first().waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Example team: burnout at work');
  await expect.poll(() => page.title()).toBe('Example team: burnout at work · Peerscale');

  // Tab enters a question, arrow keys choose, Space chooses the first option
  const items = Object.keys(wording.items);
  await page.keyboard.press('Tab');
  for (const [place, item] of items.entries()) {
    const first = optionOf(page, wording, item, 1);
    for (let presses = 0; presses < 10 && !(await first.evaluate((e) => e === document.activeElement)); presses++) {
      await page.keyboard.press('Tab');
    }
    if (place % 2 === 0) {
      await page.keyboard.press('Space');
      await expect.poll(() => first.isChecked()).toBe(true);
    } else {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => optionOf(page, wording, item, 3).isChecked()).toBe(true);
    }
  }
  await tabTo(page, 'Send answers');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Thank you');

  await tabTo(page, 'Look at the results');
  await page.keyboard.press('Enter');
  await page.getByText('25 people have answered').waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Results Example team: burnout at work');

  const scale = page.getByRole('region', { name: 'Exhaustion', exact: true });
  await tabTo(page, 'The picture as a table');
  await page.keyboard.press('Enter');
  await scale.getByRole('table', { name: 'Distribution of the scores: Exhaustion' }).waitFor();
  await tabTo(page, 'Items of Exhaustion'); // a scrolling table takes the focus
  await tabTo(page, 'More columns');
  await page.keyboard.press('Space');
  await scale.getByRole('columnheader', { name: 'Lambda 6 if dropped' }).waitFor();

  await page.goBack(); // headless Chromium has no key for it
  await page.getByRole('radio').first().waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Example team: burnout at work');
  await page.close();
});

test('the playground by keyboard alone: choices, a form in the frame, the code', async () => {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await page.goto(server.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(page, 'Open the playground');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Playground');

  await tabTo(page, 'Work burnout, short'); // the list of instruments
  await page.keyboard.type('Intention to');
  await expect.poll(() => new URL(page.url()).searchParams.get('instrument')).toBe('turnover-intention');
  await tabTo(page, 'Element');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('door')).toBe('react');
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, 'System');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => new URL(page.url()).searchParams.get('theme')).toBe('dark');

  // through the choices into the frame; a digit answers
  const form = page.frameLocator('iframe');
  await form.getByRole('radiogroup').first().waitFor();
  for (let presses = 0; presses < 20 && (await form.locator('input[type=radio]:focus').count()) === 0; presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('3');
  await page.locator('.events').getByText('"value":3').waitFor();

  // and out of it again
  await tabTo(page, 'Copy the code');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /Copied|copy it yourself/ })
    .waitFor();
  await page.close();
});
