import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { catalogues } from '../src/client/catalogue.ts';
import { problemWords } from '../src/client/words/problems.ts';
import { studyWords } from '../src/client/words/study.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';
import { type Staff, setUp, visitDemonstration } from './helpers/staff.ts';
import { watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
let visitor: Staff;
let demonstration: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  visitor = await visitDemonstration(server);
  ({ study: demonstration } = await (await fetch(`${server.origin}/api/demonstration`)).json());
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** A study's page in a browser in which somebody is signed in. */
async function openStudy(staff: Staff, study: string, lang: 'en' | 'cs' = 'en'): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true });
  contexts.push(context);
  await context.addCookies(staff.cookies());
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${study}?lang=${lang}`);
  await page.getByRole('region', { name: studyWords[lang].files.title }).getByRole('button').first().waitFor();
  return page;
}

const files = (page: Page, lang: 'en' | 'cs' = 'en') =>
  page.getByRole('region', { name: studyWords[lang].files.title });
const press = (page: Page, format: 'csv' | 'sav' | 'json', lang: 'en' | 'cs' = 'en') =>
  files(page, lang).getByRole('button', { name: studyWords[lang].files[format], exact: true }).click();
/** What two files of the same choice have in common. */
function contentOf(format: 'csv' | 'sav' | 'json', file: Buffer): unknown {
  if (format === 'sav') return [file.toString('latin1', 0, 4), file.length];
  if (format === 'csv') {
    const [header, ...rows] = file.toString('utf8').trimEnd().split('\n');
    return [header, rows.map((row) => row.replace(/team-\d+/, 'team')).sort()];
  }
  const { rows, ...rest } = JSON.parse(file.toString('utf8')) as { rows: unknown[] };
  return { ...rest, rows: rows.map((row) => JSON.stringify(row).replace(/team-\d+/, 'team')).sort() };
}

const EXPORT = /\/api\/studies\/[^/]+\/exports\/[a-z]+\?/;

test('a file comes as the server made it, under its name, and the page says so', async () => {
  const page = await openStudy(visitor, demonstration);
  const watched = await watchContext(page.context(), server.origin);
  for (const format of ['csv', 'sav', 'json'] as const) {
    const asked = page.waitForRequest(EXPORT);
    const downloaded = page.waitForEvent('download');
    await press(page, format);
    const [request, download] = await Promise.all([asked, downloaded]);
    const answer = await visitor.send('GET', request.url().slice(`${server.origin}/api`.length));
    const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')![1]!;
    expect(download.suggestedFilename()).toBe(name);
    // every file has another order of people and other numbers of teams
    const made = contentOf(format, Buffer.from(await answer.arrayBuffer()));
    expect(contentOf(format, await readFile(await download.path()))).toEqual(made);
    await files(page).getByRole('status').getByText(studyWords.en.files.saved(name)).waitFor();
  }
  expect(await files(page).getByRole('alert').count()).toBe(0);
  expect([watched.violations, watched.errors]).toEqual([[], []]);
});

test.each(['en', 'cs'] as const)('what the server refuses is said on the page: %s', async (lang) => {
  const page = await openStudy(visitor, demonstration, lang);
  const words = problemWords[lang];
  const refusals = [
    [409, 'nothing-to-export', [], words.byCode['nothing-to-export']!],
    [503, 'busy', [], words.byCode.busy!],
    [
      422,
      'invalid-request',
      [{ path: 'query.wave', code: 'too-many', message: 'choose one wave: there are more than 250000 records' }],
      lang === 'en' ? 'One file holds at most 250000 people.' : 'Do jednoho souboru se vejde nejvýš 250000 lidí.',
    ],
  ] as const;
  let at = 0;
  await page.route(EXPORT, (route) => {
    const refusal = refusals[at++];
    if (refusal === undefined) return route.abort('connectionreset');
    const [status, code, errors] = refusal;
    const body = JSON.stringify({
      type: `urn:peerscale:problem:${code}`,
      title: 'Not in these words.',
      status,
      errors,
    });
    return route.fulfill({ status, contentType: 'application/problem+json', body });
  });
  const alert = files(page, lang).getByRole('alert');
  for (const [, , , sentence] of refusals) {
    await press(page, 'csv', lang);
    await alert.getByText(sentence).waitFor();
    // it is read at once
    await expect.poll(() => alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await alert.textContent()).not.toContain('Not in these words');
  }
  await expectAccessible(page);
  await press(page, 'csv', lang);
  await alert.getByText(words.unreachable).waitFor();
  // and once it works, nothing of it is left
  await page.unroute(EXPORT);
  const downloaded = page.waitForEvent('download');
  await press(page, 'csv', lang);
  await downloaded;
  await alert.waitFor({ state: 'detached' });
});

test('a wave that nobody answered: the server itself refuses, and the page says why', async () => {
  const owner = await setUp(server);
  const title = { cs: 'Naše' };
  const { study } = await owner.ask<{ study: { id: string } }>('POST', '/studies', { title, locales: ['cs'] }, 201);
  const of = `/studies/${study.id}`;
  await owner.ask('POST', `${of}/teams`, { teams: [{ id: 'red', name: 'Red' }] });
  const battery = { id: 'peer-team-pulse', version: '1.0.0', respondents: 'staff' };
  const { status } = await owner.send('PUT', `${of}/groups/staff`, { name: 'Staff', battery });
  expect([200, 201, 204]).toContain(status);
  await owner.ask('POST', `${of}/open`, {});
  const today = new Date().toISOString().slice(0, 10);
  const days = { name: 'Podzim', opensOn: today, closesOn: today };
  const { wave } = await owner.ask<{ wave: { id: string } }>('POST', `${of}/waves`, days, 201);
  await owner.ask('POST', `${of}/waves/${wave.id}/start`, {});
  await owner.ask('POST', `${of}/waves/${wave.id}/close`, {});

  const page = await openStudy(owner, study.id, 'cs');
  await press(page, 'csv', 'cs');
  await files(page, 'cs').getByRole('alert').getByText(problemWords.cs.byCode['nothing-to-export']!).waitFor();

  // nobody is signed in any more: to the sign-in page, and from there back
  await owner.send('DELETE', '/session');
  await press(page, 'csv', 'cs');
  await page.waitForURL(/\/sign-in\?/);
  expect(new URL(page.url()).searchParams.get('next')).toContain(of);
});

test('a file that takes long can be cancelled, and another one asked for', async () => {
  const page = await openStudy(visitor, demonstration, 'cs');
  const words = studyWords.cs;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(EXPORT, async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  await press(page, 'csv', 'cs');
  await files(page, 'cs').getByText(words.files.making).waitFor();
  expect(await files(page, 'cs').getByRole('button', { name: words.files.json, exact: true }).isDisabled()).toBe(true);
  await files(page, 'cs').getByRole('button', { name: words.cancel, exact: true }).press('Enter');
  await files(page, 'cs').getByRole('status').getByText(words.files.cancelled).waitFor();
  // the button that was pressed is gone; the focus is where it all began
  const begun = files(page, 'cs').getByRole('button', { name: words.files.csv, exact: true });
  await expect.poll(() => begun.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await files(page, 'cs').getByRole('alert').count()).toBe(0);
  release();
  await page.unroute(EXPORT);
  const downloaded = page.waitForEvent('download');
  await press(page, 'json', 'cs');
  expect((await downloaded).suggestedFilename()).toMatch(/\.json$/);
});

test.each([
  ['results?team=nobody&lang=cs', 'Takový tým v této vlně není.', 'results'],
  ['results?wave=9&lang=cs', 'Studie takovou vlnu nemá, nebo ještě nezačala.', 'results'],
  ['results?group=nobody&lang=cs', 'Taková skupina v této vlně není.', 'results'],
])('an address of results that asks for what is not there says what: %s', async (address, sentence, whole) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  contexts.push(context);
  await context.addCookies(visitor.cookies());
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${demonstration}/${address}`);
  const { problem } = catalogues.cs;
  await page.getByRole('alert').getByText(problem.address).waitFor();
  await page.getByRole('alert').getByText(sentence).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: problem.withoutChoice }).click();
  await page.waitForURL(new RegExp(`/${whole}\\?lang=cs$`));
  await page.getByRole('alert').waitFor({ state: 'detached' });
});
