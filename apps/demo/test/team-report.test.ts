import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TeamReport } from '../../../packages/collector/src/results/results-types.ts';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { longestReport, teamReport } from './fixtures/team-report.ts';
import { type AskedTeam, askedTeam } from './helpers/asked-team.ts';
import { startDemoServer } from './helpers/demo-server.ts';
import { expectAccessibleInColours } from './helpers/expect-accessible.ts';
import { visitDemonstration } from './helpers/staff.ts';
import { type Watched, watchContext } from './helpers/watch-page.ts';

let team: AskedTeam;
let browser: Browser;
let watches: Watched[] = [];
beforeAll(async () => {
  [team, browser] = await Promise.all([askedTeam(), launchBrowser()]);
  const path = `/studies/${team.study}/teams/red/actions`;
  const [autumn, winter] = team.waves;
  for (let n = 1; n <= 7; n++) {
    const text = `Agreement ${n}: ${'an hour with the supervisor each month. '.repeat(n === 7 ? 40 : 1)}`;
    await team.ask('POST', path, { wave: autumn!.id, text, reviewWave: n === 3 ? winter!.id : null });
  }
  // the made-up report is about the second wave
  await team.ask('POST', `/studies/${team.study}/waves/${autumn!.id}/close`, {});
});
afterEach(() => {
  const seen = watches;
  watches = [];
  for (const watched of seen) expect(watched).toEqual({ foreignRequests: [], violations: [], errors: [] });
});
afterAll(async () => {
  await browser?.close();
  await team?.close();
});

/** The report page in the hands of the owner, with this report in place of the server's. */
async function open(
  report: TeamReport,
  { lang = 'en', width = 1280, colorScheme = 'light' as 'light' | 'dark' } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  watches.push(await watchContext(context, team.origin));
  await team.signIn(context);
  const page = await context.newPage();
  await page.route(/\/api\/.*\/report/, (route) => route.fulfill({ json: report }));
  await page.goto(`${team.origin}/studies/${team.study}/teams/red/report?lang=${lang}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const without = (scales: TeamReport['scales']): TeamReport['scales'] =>
  scales.map((scale) => ({ ...scale, team: { status: 'suppressed', reason: null }, before: null, change: null }));

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

/** Content that lies outside of its sheet, or over other content of the same column. */
const lostContent = (page: Page) =>
  page.locator('.on-paper .sheet').evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const frame = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('*')]
        .map((part) => ({ text: part.textContent?.slice(0, 60), box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > frame.bottom + 1 || box.right > frame.right + 1)
        .map(({ text }) => text);
    }),
  );

test.each([
  ['an ordinary report', teamReport, 'en'],
  ['the same in Czech', teamReport, 'cs'],
  ['the longest report there can be', longestReport, 'en'],
  ['a team without figures', { ...teamReport, scales: without(teamReport.scales), strong: [], toTalkAbout: [] }, 'en'],
] as const)('%s is two pages of A4 and of Letter, and nothing is cut', async (_, report, lang) => {
  const page = await open(report, { lang });
  expect(await lostContent(page)).toEqual([]);
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    expect(pagesOf(pdf), format).toBe(2);
  }
  // as it is on paper: both sheets in full, without what belongs to the site
  await page.emulateMedia({ media: 'print' });
  expect(await lostContent(page)).toEqual([]);
  expect(await page.getByRole('banner').count()).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const type = await page
    .locator('.on-paper p')
    .first()
    .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  expect(type, 'pixels of the smallest type that is still read with ease').toBeGreaterThan(9);
  await page.context().close();
});

test('as long as no wave has ended there is nothing to report, and that is said', async () => {
  const fresh = await askedTeam();
  const context = await browser.newContext();
  await fresh.signIn(context);
  const page = await context.newPage();
  await page.goto(`${fresh.origin}/studies/${fresh.study}/teams/red/report`);
  await page.getByText('No wave has ended yet').waitFor();
  await context.close();
  await fresh.close();
});

test('what is strong and what needs a talk, in words that follow the direction of the scale', async () => {
  const page = await open(teamReport);
  const strong = page.locator('.sheets:not(.on-paper) .strong');
  const talk = page.locator('.sheets:not(.on-paper) .talk');
  await strong.getByText('Team 3.9, everybody 3.4').waitFor();
  // more satisfaction is better, more exhaustion is not
  expect(await strong.locator('li', { hasText: 'Overall satisfaction' }).textContent()).toContain(
    'Better than for everybody. Better than last time.',
  );
  expect(await talk.locator('li', { hasText: 'Exhaustion' }).textContent()).toContain(
    'Worse than for everybody. Worse than last time.',
  );
  // within the interval nothing is made of a difference
  const row = page.locator('.sheets:not(.on-paper) tr', { hasText: 'Role clarity' });
  expect(await row.textContent()).toContain('no clear change');
  const questions = page.locator('.sheets:not(.on-paper) .questions li');
  expect(await questions.count()).toBe(3);
  expect(await questions.first().textContent()).toContain('costs most strength');
  await page.getByText('Direct stigma: fewer than 5 people of the team answered').first().waitFor();
  // five agreements, the one to be looked at now first, and how many more there are
  const agreed = page.locator('.sheets:not(.on-paper) .agreements li');
  expect(await agreed.count()).toBe(5);
  expect(await agreed.first().textContent()).toContain('Agreement 3');
  await page.getByText('2 more are on the page').first().waitFor();
  await page.getByText('Simulated answers.').first().waitFor();
  await page.context().close();
});

test('the report of a real team: what the server says of the demonstration, on two pages', async () => {
  const server = await startDemoServer();
  const context = await browser.newContext();
  try {
    const visitor = await visitDemonstration(server);
    await context.addCookies(visitor.cookies());
    const page = await context.newPage();
    const study = '/studies/example-team-pulse';
    await page.goto(`${server.origin}${study}/teams/ward-birch/report?lang=en`);
    await page.getByRole('heading', { level: 1, name: 'Birch ward' }).waitFor();
    const report = await visitor.ask<TeamReport>('GET', `${study}/teams/ward-birch/report`);
    const shown = report.scales.filter(({ team }) => team.status === 'shown');
    const rows = page.locator('.sheets:not(.on-paper) .all-figures tbody tr');
    expect(await rows.count()).toBe(Math.min(14, shown.length));
    expect(shown.length).toBeGreaterThan(5);
    // groups that are asked about the same thing are told apart
    await page.getByRole('rowheader', { name: 'Clear role, as staff see it' }).waitFor();
    const names = await rows.locator('th').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    expect(await lostContent(page)).toEqual([]);
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(2);
    // another wave is another address
    await page.getByLabel('Wave').selectOption('1');
    await page.getByText('Spring 2026').nth(1).waitFor();
    expect(new URL(page.url()).searchParams.get('wave')).toBe('1');
  } finally {
    await context.close();
    await server.dispose();
  }
});

test('the figures are taken along as a picture that stands alone and as a table with what is not shown', async () => {
  const page = await open(teamReport, { colorScheme: 'dark', width: 390 });
  const saved = async (format: string) => {
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as ${format}: All the figures for the team` }).click();
    const download = await downloaded;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const svg = await saved('SVG');
  const drawn = await page.evaluate((source) => {
    const file = new DOMParser().parseFromString(source, 'image/svg+xml');
    const of = (selector: string, name: string) => [
      ...new Set([...file.querySelectorAll(selector)].map((element) => element.getAttribute(name))),
    ];
    return {
      title: file.querySelector('title')?.textContent,
      texts: [...file.querySelectorAll('text')].map(({ textContent }) => textContent).join(' '),
      fills: of('circle', 'fill'),
      strokes: of('line', 'stroke'),
      classes: of('[class]', 'class'),
    };
  }, svg.bytes.toString('utf8'));
  const shown = teamReport.scales.filter(({ team: { status } }) => status === 'shown');
  expect(drawn.title).toContain('All the figures for the team');
  expect(drawn.texts).toContain('Simulated answers');
  expect(drawn.texts).toContain('Exhaustion');
  expect(drawn.texts).toContain('Direct stigma');
  // its colours are those of the page in light, though no stylesheet goes with it: the team, and the team last time
  expect(drawn.fills.toSorted()).toEqual(['rgb(11, 79, 92)', 'rgb(255, 255, 255)']);
  expect(drawn.strokes.toSorted()).toEqual(['rgb(118, 123, 133)', 'rgb(47, 127, 141)']);
  expect(drawn.classes).toEqual([]);
  const png = await saved('PNG');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const csv = await saved('CSV');
  expect(csv.name).toMatch(/^simulated-.*-figures\.csv$/);
  const [header, ...rows] = parse(csv.bytes, { bom: true }) as string[][];
  expect(header!.slice(0, 5)).toEqual(['Scale', 'Team: Mean', 'Lower end', 'Upper end', 'People']);
  expect(rows).toHaveLength(teamReport.scales.length);
  expect(rows.filter(([, mean]) => mean !== '' && Number.isFinite(Number(mean)))).toHaveLength(shown.length);
  expect(rows.find(([name]) => name === 'Direct stigma')![1]).toMatch(/^not shown: /);
  await page.context().close();
});

test('a team without figures gets questions all the same, and is told why', async () => {
  const page = await open({
    ...teamReport,
    scales: without(teamReport.scales),
    participation: { expected: 4, responses: { status: 'suppressed', reason: null } },
    strong: [],
    toTalkAbout: [],
    questions: [],
  });
  await page.getByRole('heading', { name: 'No figures for this team' }).waitFor();
  expect(await page.locator('.sheets:not(.on-paper) .questions li').count()).toBe(3);
  expect(await page.locator('.sheets:not(.on-paper) circle.team').count()).toBe(1); // that of the key
  await page.context().close();
});

test.each([
  [390, 'cs'],
  [1440, 'en'],
] as const)('axe finds nothing, in light and dark: %i px, %s', async (width, lang) => {
  const page = await open(teamReport, { width, lang });
  await expectAccessibleInColours(page);
  await page.context().close();
});
