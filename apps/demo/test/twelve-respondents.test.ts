import { readFileSync } from 'node:fs';
import type { StudyReport } from '@peerscale/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { fillIn, type GivenAnswers, send, workBurnoutWording } from './helpers/fill-in.ts';

interface ScaleInR {
  readonly id: string;
  readonly reversed: readonly string[];
  readonly n: number;
  readonly nDropped: number;
  readonly alpha: number;
  readonly standardized: number;
  readonly lower: number;
  readonly upper: number;
  readonly mean: number;
  readonly sd: number;
  readonly itemRest: readonly number[];
  readonly ifDropped: readonly number[];
}

/** Written by fixtures/twelve-respondents.R. R prints 15 significant digits, so 1e-10 is far from rounding. */
const inR = JSON.parse(readFileSync(new URL('fixtures/twelve-respondents.json', import.meta.url), 'utf8')) as {
  readonly answers: readonly GivenAnswers[];
  readonly scales: readonly ScaleInR[];
};
const TOLERANCE = 1e-10;
const STUDY = 'your-team-burnout';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test('twelve people fill in the form, and the results are those of R', async () => {
  const wording = workBurnoutWording('en');
  // one after the other on one phone, which keeps nothing of what was sent
  const phone = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  for (const answers of inR.answers) {
    const page = await phone.newPage();
    await page.goto(`${server.origin}/s/${STUDY}`);
    await page.getByRole('radio').first().waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);
    await fillIn(page, wording, answers);
    await send(page);
    await page.close();
  }
  await phone.close();
  expect(await server.records(STUDY)).toBe(inR.answers.length);

  // the first look: all twelve are in it, because nothing was released before
  const report = (await (await fetch(`${server.origin}/api/studies/${STUDY}/report`)).json()) as StudyReport;
  expect(report.respondents).toBe(inR.answers.length);
  expect(report.scales.map(({ id }) => id)).toEqual(inR.scales.map(({ id }) => id));
  for (const [place, expected] of inR.scales.entries()) {
    const { score, reliability } = report.scales[place]!;
    expect([score?.n, reliability?.n, reliability?.nDropped]).toEqual([expected.n, expected.n, expected.nDropped]);
    const items = reliability!.itemStatistics;
    expect(items.filter(({ reversed }) => reversed).map(({ item }) => item)).toEqual(expected.reversed);
    const figures: [number | null | undefined, number][] = [
      [score?.mean, expected.mean],
      [score?.sd, expected.sd],
      [reliability?.alpha.value, expected.alpha],
      [reliability?.alpha.standardized, expected.standardized],
      [reliability?.alpha.interval.lower, expected.lower],
      [reliability?.alpha.interval.upper, expected.upper],
      ...items.map(({ rDrop }, i): [number | null, number] => [rDrop, expected.itemRest[i]!]),
      ...items.map(({ ifDropped }, i): [number | null, number] => [ifDropped.alpha, expected.ifDropped[i]!]),
    ];
    for (const [ours, theirs] of figures) expect(Math.abs(ours! - theirs)).toBeLessThan(TOLERANCE);
  }

  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`${server.origin}/s/${STUDY}/results`);
  await page.getByText('12 people have answered').waitFor();
  for (const { id, alpha, lower, upper, mean, sd, itemRest } of inR.scales) {
    const name = report.scales.find((scale) => scale.id === id)!.name.en;
    const section = page.getByRole('region', { name, exact: true });
    const figure = (which: string) => section.locator(`[data-figure=${which}]`).textContent();
    expect(await figure('alpha')).toBe(alpha.toFixed(2));
    expect(await figure('interval')).toContain(`${lower.toFixed(2)} to ${upper.toFixed(2)}`);
    expect(await figure('mean')).toBe(mean.toFixed(2));
    expect(await figure('sd')).toBe(sd.toFixed(2));
    expect(await section.locator('[data-column=itemRest]').allTextContents()).toEqual(
      itemRest.map((value) => value.toFixed(2)),
    );
  }
  await page.close();
});
