import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { pageScripts, RESULTS_PAGE, sum } from '../apps/demo/scripts/page-scripts.ts';
import { startDemoServer } from '../apps/demo/test/helpers/demo-server.ts';
import { visitDemonstration } from '../apps/demo/test/helpers/staff.ts';
import { launchBrowser } from '../packages/test-utils/src/browser.ts';
import { CPU_SLOWDOWN } from './form/measure-page.ts';
import { median } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const ROUNDS = 7;
const MOST_MILLISECONDS = 1_500;
const MOST_BYTES = 250_000;
const CLIENT = fileURLToPath(new URL('../apps/demo/dist/client', import.meta.url));

/** Milliseconds since the navigation began. */
interface Marks {
  /** who answered is told in words */
  participation: number | null;
  /** the heat map of teams has its cells */
  teams: number | null;
  /** the first picture is drawn */
  picture: number | null;
}

/** Runs in the page, before its own scripts. */
function observe(): void {
  const marks: Marks = { participation: null, teams: null, picture: null };
  Object.assign(window, { marks });
  const places = { participation: '.participation-lead', teams: '.heat td', picture: '.plot svg' } as const;
  const look = (): void => {
    for (const [name, selector] of Object.entries(places) as [keyof Marks, string][]) {
      if (marks[name] !== null) continue;
      const box = document.querySelector(selector)?.getBoundingClientRect();
      // seen in the frame after the one in which it was laid out
      if (box !== undefined && box.height > 0)
        requestAnimationFrame(() => {
          marks[name] ??= performance.now();
        });
    }
    if (Object.values(marks).includes(null)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

type Visitor = Awaited<ReturnType<typeof visitDemonstration>>;

async function loadPage(browser: Browser, visitor: Visitor, address: string): Promise<Marks> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addCookies(visitor.cookies());
    const page = await context.newPage();
    await page.addInitScript(observe);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(address, { waitUntil: 'commit' });
    // the pictures are below what one sees at first; they are drawn all the same
    await page.waitForFunction(
      () => !Object.values((window as unknown as { marks: object }).marks).includes(null),
      undefined,
      { timeout: 60_000 },
    );
    return await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
  } finally {
    await context.close();
  }
}

/** The results page of the demonstration organisation as it ships: how soon first results are there, and what it loads. */
export async function benchDemoPage(): Promise<BenchTable> {
  const { first, later } = pageScripts(CLIENT, RESULTS_PAGE);
  const server = await startDemoServer();
  const browser = await launchBrowser();
  try {
    const visitor = await visitDemonstration(server);
    const { study } = await visitor.ask<{ study: string }>('GET', '/demonstration');
    const address = `${server.origin}/studies/${study}/results`;
    const rounds: Marks[] = [];
    // the first visit folds the answers in, which is the server's work and is measured with its reports
    await loadPage(browser, visitor, address);
    for (let round = 0; round < ROUNDS; round++) rounds.push(await loadPage(browser, visitor, address));
    const of = (name: keyof Marks) => median(rounds.map((marks) => marks[name]!));
    const visible = Math.max(of('participation'), of('teams'));
    const all = sum(first) + sum(later);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
    const milliseconds = (time: number) => `${time.toFixed(0)} ms`;
    return {
      title: 'The results page',
      text: `The results of the demonstration organisation (12 teams, four groups, three waves), signed in, from the built server on loopback, in Chromium at a ${CPU_SLOWDOWN}th of this machine's speed, nothing cached; medians of ${ROUNDS} loadings from the beginning of the navigation. First results: who answered, and the heat map of teams. Scripts are gzip; those that draw pictures come after the first results.`,
      headings: ['', ''],
      rows: [
        ['response rates visible after', milliseconds(of('participation'))],
        ['heat map of teams visible after', milliseconds(of('teams'))],
        ['first picture drawn after', milliseconds(of('picture'))],
        ['scripts before the first results', kilobytes(sum(first))],
        ['scripts afterwards', kilobytes(sum(later))],
      ],
      verdicts: [
        verdict(visible <= MOST_MILLISECONDS, `first results visible in ${MOST_MILLISECONDS / 1000} s`),
        verdict(all <= MOST_BYTES, `scripts in ${kilobytes(MOST_BYTES)} (${kilobytes(all)})`),
      ],
    };
  } finally {
    await browser.close();
    await server.dispose();
  }
}
