import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findInstrument } from '@peerscale/instruments';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeObjections } from '../../test-utils/src/axe.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { runPeerscale } from '../src/testing/run-peerscale.ts';

const folder = mkdtempSync(join(tmpdir(), 'peerscale-report-'));
let browser: Browser;

/** Answers with something to see of everything: missing ones, notes, a negative correlation. */
function answers(rows: number): string {
  const { items } = findInstrument('work-stigma')!;
  const lines = Array.from({ length: rows }, (_, row) =>
    items
      .map((_, i) => (row % 9 === i % 9 && row % 4 === 0 ? '' : 1 + ((row * (i + 2) + row + (i % 3)) % 5)))
      .join(','),
  );
  return `${[items.map(({ id }) => id).join(','), ...lines].join('\n')}\n`;
}

beforeAll(async () => {
  writeFileSync(join(folder, 'many.csv'), answers(64));
  writeFileSync(join(folder, 'few.csv'), answers(7));
  for (const [file, language] of [
    ['many', 'en'],
    ['many', 'cs'],
    ['few', 'en'],
  ]) {
    const args = ['report', `${file}.csv`, '--instrument', 'work-stigma', '--language', language!];
    const { code, stderr } = await runPeerscale([...args, '--out', `${file}-${language}.html`], { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a report; whatever it asks for beside itself, or complains of, is in the lists. */
async function open(name: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const address = pathToFileURL(join(folder, name)).href;
  await page.goto(address);
  return { page, context, requests: () => requests.filter((url) => url !== address), complaints };
}

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, width] of [
    ['many-en.html', 1440],
    ['many-cs.html', 320],
    ['few-en.html', 320],
  ] as const) {
    test(`axe finds nothing, the page does not scroll sideways and asks for nothing: ${name}, ${colorScheme}, ${width} px`, async () => {
      const { page, context, requests, complaints } = await open(name, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      for (const summary of await page.locator('summary').all()) await summary.click();
      // axe cannot work out the contrast of letters in a picture
      expect(await axeObjections(page, { undecided: false })).toEqual([]);
      expect(await overhang(page)).toBe(0);
      expect(requests()).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

test('the style is let through by the policy of the page, and a script is not', async () => {
  const { page, context } = await open('many-en.html', {});
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('nav ol')!).listStyleType)).toBe('none');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    return 'ran' in window;
  });
  expect(ran).toBe(false);
  await context.close();
});

test('letters in pictures keep their size, and no picture is wider than the page', async () => {
  for (const width of [320, 1440]) {
    const { page, context } = await open('many-en.html', { viewport: { width, height: 900 } });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('svg text')].map((word) => Number.parseFloat(getComputedStyle(word).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    const boxes = await page.locator('svg[role=img]').evaluateAll((pictures) =>
      pictures.map((picture) => {
        const { left, right } = picture.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      }),
    );
    expect(boxes.length).toBeGreaterThan(12);
    expect(boxes).not.toContain(false);
    const cut = await page.locator('svg.histogram').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const { left, right } = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')].flatMap((word) => {
          const box = word.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1 ? [word.textContent] : [];
        });
      }),
    );
    expect(cut).toEqual([]);
    await context.close();
  }
});

test('the keyboard reaches the skip link first, then the content, and tables that scroll', async () => {
  const { page, context } = await open('many-en.html', { viewport: { width: 320, height: 700 } });
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  const table = page.locator('.table').first();
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.table')!.scrollLeft > 0);
  await context.close();
});

test('it prints on A4, in ink on white also where the page is dark, with nothing cut at the side', async () => {
  const { page, context } = await open('many-en.html', { colorScheme: 'dark' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 680, height: 1000 }); // A4 between its margins
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  const wide = await page
    .locator('table')
    .evaluateAll((tables) =>
      tables.flatMap((table) =>
        table.getBoundingClientRect().right > document.documentElement.clientWidth + 1
          ? [table.querySelector('caption')!.textContent]
          : [],
      ),
    );
  expect(wide).toEqual([]);
  await context.close();
});
