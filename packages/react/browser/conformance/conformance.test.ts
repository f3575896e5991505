import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../test-utils/src/browser.ts';
import type { Conformance } from './conformance-page.ts';
import { serveConformance } from './serve-conformance.ts';

/*
 * Both doors, in one page of a real browser, are given the same random sequences of answering, changing, taking back,
 * coming back, leaving out and changing the language, through the events of their native inputs; both must hand over the
 * same record, which must say what was done, and come to the same scores. `PROPERTY_RUNS=5000 vitest run --project browser
 * packages/react/browser/conformance` gives them that many others.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? 200);
const start = process.env.PROPERTY_RUNS === undefined ? 20_261_122 : Date.now() % 2 ** 31;

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveConformance>>;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveConformance()]);
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.origin);
  await page.waitForFunction(() => window.conformanceForms !== undefined);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test(
  `${runs} random sequences: both doors hand over the same record, and it comes to the same scores`,
  async () => {
    const names = await page.evaluate(() => window.conformanceForms);
    expect(names.length).toBeGreaterThan(12);
    const all: Conformance[] = [];
    for (const at of names.keys()) {
      const count = Math.ceil((runs - at) / names.length);
      const seeds = Array.from({ length: count }, (_, n) => start + at + n * names.length);
      all.push(await page.evaluate(([form, own]) => window.conform(form, own), [at, seeds] as const));
    }
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    const sum = (key: 'sequences' | 'steps' | 'refused') => all.reduce((total, one) => total + one[key], 0);
    expect(sum('sequences')).toBe(runs);
    expect(sum('steps') / runs).toBeGreaterThan(10);
    expect(sum('refused')).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  },
  Math.max(120_000, runs * 2_000),
);
