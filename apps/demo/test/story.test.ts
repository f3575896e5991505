import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Instrument, TextPack } from '@peerscale/core';
import { buildFormRecord, type FormPlan, newSitting } from '@peerscale/form';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { isInstalled } from '../../../packages/test-utils/src/is-installed.ts';
import type { StudyResults } from '../src/client/api/results.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';
import { fillIn, type GivenAnswers, workBurnoutWording } from './helpers/fill-in.ts';
import { OWNER } from './helpers/staff.ts';

interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/** Written by fixtures/story.R: forty people of four teams in three waves. */
const inR = JSON.parse(readFileSync(new URL('fixtures/story.json', import.meta.url), 'utf8')) as {
  readonly teams: readonly string[];
  readonly waves: readonly {
    readonly answers: readonly GivenAnswers[];
    readonly scales: readonly (Ends & {
      readonly id: string;
      readonly n: number;
      readonly mean: number;
      readonly exactSd: number;
      /** as it is shown */
      readonly sd: number;
      readonly alpha: Ends & { readonly value: number };
      readonly icc1: number;
      readonly icc2: number;
      readonly rwg: number;
      readonly shrunken: Readonly<Record<string, number>>;
      /** from the wave before */
      readonly change?: Ends & { readonly effect: number };
      readonly teams: Readonly<Record<string, { readonly n: number; readonly mean: number }>>;
    })[];
  }[];
};
const SIZES = { north: 16, south: 12, east: 8, night: 4 } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' } as const;
const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){5}$/;
const english = workBurnoutWording('en');
/**
 * Of so many people one answers on a phone screen, and the others send what a phone would send. `npm run story` gives
 * everybody a phone.
 */
const PHONES = Number(process.env.STORY_PHONES ?? 10);
const onPhones = inR.teams.filter((_, person) => person % PHONES === 0).length;
if (onPhones < inR.teams.length) {
  process.stderr.write(
    `${onPhones} of ${inR.teams.length} people answer on a phone screen in each wave, the others by requests, which is ` +
      'quicker. "npm run story" gives everybody a phone.\n',
  );
}

let server: DemoServer;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'peerscale-story-'));
  [server, browser] = await Promise.all([startDemoServer({ PEERSCALE_DEMONSTRATION: '0' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

/** What a press of a button or link brings, as a file. */
async function download(page: Page, press: () => Promise<void>, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await press();
  const path = join(folder, name);
  await (await waiting).saveAs(path);
  return path;
}

const recordsOf = (path: string) => parse<Record<string, string>>(readFileSync(path), { columns: true, bom: true });

test('from the first start to a report of three waves', { timeout: 600_000 }, async () => {
  const office = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await office.newPage();
  await setUpServer(page);
  const study = await setUpStudy(page);
  const atStudy = `${server.origin}/studies/${study}`;
  const receipts = new Set<string>();

  for (const [at, wave] of inR.waves.entries()) {
    if (at > 0) {
      await page.goto(`${atStudy}?step=start`);
      await page.getByRole('button', { name: `Start Wave ${at + 1}` }).click();
      await page.getByText('Fewer than 5 people have answered so far.').waitFor();
    }
    const links = await inviteEverybody(page, atStudy, at + 1);
    // results appear while people answer
    const watching = await office.newPage();
    await watching.goto(`${atStudy}/results?wave=${at + 1}`);
    await heading(watching, /.+/);
    for (const receipt of await everybodyAnswers(links, wave.answers)) receipts.add(receipt);
    expect(receipts.size).toBe(40 * (at + 1));
    await watching.reload();
    await watching
      .getByText(/40 (?:of 40|people)/)
      .first()
      .waitFor();
    await watching.close();
    await page.goto(atStudy);
    await page.getByRole('button', { name: 'Close this wave' }).click();
    await page.getByRole('button', { name: `Close Wave ${at + 1} now` }).click();
    // the question goes when the wave is closed; its button went when the question came
    await page.getByRole('group', { name: 'Close this wave' }).waitFor({ state: 'detached' });
  }

  await resultsAreThoseOfR(page, study);
  await reportOfTheNorth(page, atStudy);
  await filesForOtherPrograms(page, atStudy);
  await office.close();
});

async function setUpServer(page: Page): Promise<void> {
  await page.goto(server.setUpLink()!);
  await page.getByLabel('Name of the organisation').fill(OWNER.organisation);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Set up' }).click();
  await heading(page, `${OWNER.organisation} Studies`);
}

/** @returns the id of the study, with its first wave open */
async function setUpStudy(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'New study' }).first().click();
  await page.getByLabel('Title of the study').fill('Forty people');
  await page.getByRole('radio', { name: 'My own choice of questionnaires' }).check();
  await page.getByRole('checkbox', { name: 'Work burnout, short' }).check();
  await page.getByRole('button', { name: 'Make the study and continue' }).click();
  await heading(page, /Which teams/);
  await page.getByRole('button', { name: 'Many teams at once' }).click();
  const rows = Object.keys(SIZES).map((id) => `${id};${id[0]!.toUpperCase()}${id.slice(1)}`);
  await page.getByLabel('Table of teams').fill(['id;name', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Add these teams' }).click();
  await page.getByRole('heading', { name: '4 teams', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, /Who answers/);
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, /What do you promise/);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await heading(page, /When are people asked/);
  for (const wave of [1, 2, 3]) {
    await page
      .getByLabel('First day')
      .last()
      .fill(day(wave - 1));
    await page
      .getByLabel('Last day')
      .last()
      .fill(day(30 * wave));
    await page.getByRole('button', { name: 'Plan this wave' }).click();
    await page.getByRole('heading', { name: wave === 1 ? '1 wave' : `${wave} waves`, exact: true }).waitFor();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, /Look at it as people will/);
  await page.getByRole('button', { name: 'Start Wave 1' }).click();
  await page.getByText('Fewer than 5 people have answered so far.').waitFor();
  return /studies\/([a-z0-9-]+)/.exec(page.url())![1]!;
}

/** Single-use links for each team, by the file that the page makes. */
async function inviteEverybody(page: Page, atStudy: string, wave: number): Promise<Map<string, string[]>> {
  await page.goto(atStudy);
  await page.getByRole('button', { name: 'Single-use links' }).click();
  for (const [id, size] of Object.entries(SIZES)) {
    await page.getByRole('spinbutton', { name: new RegExp(`^${id}`, 'i') }).fill(String(size));
  }
  const make = page.getByRole('button', { name: 'Make the links as a CSV file' });
  const path = await download(page, () => make.click(), `links-${wave}.csv`);
  const links = new Map<string, string[]>();
  for (const { team, url } of recordsOf(path)) {
    links.set(team!, [...(links.get(team!) ?? []), url!]);
  }
  return links;
}

/** Forty people, two at a time. @returns their receipts */
async function everybodyAnswers(
  links: ReadonlyMap<string, readonly string[]>,
  answers: readonly GivenAnswers[],
): Promise<string[]> {
  const used = new Map<string, number>();
  const people = inR.teams.map((team, person) => {
    const place = used.get(team) ?? 0;
    used.set(team, place + 1);
    const [hasPhone, goesOffline] = [person % PHONES === 0, person === 10];
    return { url: links.get(team)![place]!, answers: answers[person]!, hasPhone, goesOffline };
  });
  const receipts: string[] = [];
  await Promise.all(
    [0, 1].map(async () => {
      const phone = await browser.newContext(PHONE);
      for (let one = people.pop(); one !== undefined; one = people.pop()) {
        receipts.push(await (one.hasPhone ? answerOnPhone(phone, one) : answerByRequests(one)));
      }
      await phone.close();
    }),
  );
  return receipts;
}

async function answerOnPhone(
  phone: BrowserContext,
  { url, answers, goesOffline }: { url: string; answers: GivenAnswers; goesOffline: boolean },
): Promise<string> {
  const page = await phone.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Begin' }).click();
  await fillIn(page, english, answers);
  if (goesOffline) await phone.setOffline(true);
  await page.getByRole('button', { name: 'Send answers' }).click();
  // the question for free text is left open, which is nothing to ask about
  if (Object.values(answers).includes(null)) await page.getByRole('button', { name: 'Send anyway' }).click();
  if (goesOffline) {
    await page.getByText('There is no connection.').waitFor();
    await phone.setOffline(false);
  }
  const receipt = (await page.locator('.receipt code').textContent()) ?? '';
  expect(receipt).toMatch(RECEIPT);
  await page.close();
  return receipt;
}

/** What a phone asks and sends. @returns the receipt */
async function answerByRequests({ url, answers }: { url: string; answers: GivenAnswers }): Promise<string> {
  const address = `${server.origin}/api/invitations/${url.split('#')[1]}`;
  const form = (await (await fetch(`${address}/form`)).json()) as {
    readonly plan: FormPlan;
    readonly instruments: readonly Instrument[];
    readonly textPacks: readonly TextPack[];
  };
  const [part] = form.plan.parts.filter(({ kind }) => kind === 'instrument');
  const content = {
    plan: form.plan,
    instruments: { [part!.id]: { instrument: form.instruments[0]!, textPack: form.textPacks[0]! } },
    locale: 'en',
  };
  const codes = Object.fromEntries(Object.entries(answers).map(([item, code]) => [item, code!]));
  const record = buildFormRecord(content, { [part!.id]: codes }, newSitting(), new Date().toISOString());
  const headers = { 'Content-Type': 'application/json' };
  const stored = await fetch(`${address}/responses`, { method: 'POST', headers, body: JSON.stringify(record) });
  expect(stored.status).toBe(201);
  return ((await stored.json()) as { readonly receipt: string }).receipt;
}

async function resultsAreThoseOfR(page: Page, study: string): Promise<void> {
  for (const [at, wave] of inR.waves.entries()) {
    const address = `${server.origin}/api/studies/${study}/results?wave=${at + 1}`;
    const results = (await (await page.request.get(address)).json()) as StudyResults;
    const scales = results.instruments.flatMap((one) => one.scales);
    expect(scales.map(({ id }) => id)).toEqual(wave.scales.map(({ id }) => id));
    for (const [place, expected] of wave.scales.entries()) {
      const { figure, reliability, agreement, teams, change } = scales[place]!;
      const coefficient = (found: number | null | undefined, value: number, apart = 0.000_501) => {
        expect(Math.abs(found! - value), `${expected.id} of wave ${at + 1}: ${found}, in R ${value}`).toBeLessThan(
          apart,
        );
      };
      if (figure.status !== 'shown') throw new Error(`${expected.id} of all forty is ${figure.status}.`);
      expect(figure.value.n).toBe(expected.n);
      expect(figure.value.mean).toBeCloseTo(expected.mean, 10);
      // coefficients leave with three digits, standard deviations with a fortieth of the range
      coefficient(reliability.alpha, expected.alpha.value);
      coefficient(reliability.interval?.lower, expected.alpha.lower);
      coefficient(reliability.interval?.upper, expected.alpha.upper);
      coefficient(agreement.icc1, expected.icc1);
      coefficient(agreement.icc2, expected.icc2);
      coefficient(agreement.rwg, expected.rwg);
      coefficient(figure.value.sd, expected.exactSd, 0.051);
      expect(figure.value.sd).toBeCloseTo(expected.sd, 10);
      expect(figure.value.interval!.lower).toBeCloseTo(expected.lower, 10);
      expect(figure.value.interval!.upper).toBeCloseTo(expected.upper, 10);
      // the night line has four people; with it another team is hidden, by which it would follow
      const byId = new Map(teams.map((team) => [team.id, team.figure]));
      expect(byId.get('night')!.status).toBe('suppressed');
      const hidden = teams.filter((team) => team.figure.status === 'suppressed');
      expect(hidden.map(({ id }) => id).sort()).toEqual(['east', 'night']);
      for (const [id, { n, mean }] of Object.entries(expected.teams)) {
        const own = byId.get(id)!;
        if (own.status !== 'shown') continue;
        expect(own.value.n).toBe(n);
        expect(own.value.mean).toBeCloseTo(mean, 10);
        // both stop where their optimisers do
        coefficient(teams.find((team) => team.id === id)!.shrunken, expected.shrunken[id]!, 0.000_511);
      }
      expect(byId.get('north')!.status).toBe('shown');
      if (at === 0) expect(change).toBeNull();
      else {
        expect(change!.from).toBe(at);
        expect(change!.difference).toBeCloseTo(expected.mean - inR.waves[at - 1]!.scales[place]!.mean, 10);
        expect(change!.interval!.lower).toBeCloseTo(expected.change!.lower, 10);
        expect(change!.interval!.upper).toBeCloseTo(expected.change!.upper, 10);
        expect(change!.effect).toBeCloseTo(expected.change!.effect, 10);
      }
    }
  }
  await page.goto(`${server.origin}/studies/${study}/results`);
  await page
    .getByText(/40 (?:of 40|people)/)
    .first()
    .waitFor();
  const last = inR.waves.at(-1)!.scales[0]!;
  const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  await page.getByText(two.format(last.mean)).first().waitFor();
  await page.getByRole('rowheader', { name: 'Night' }).first().waitFor();
  await expectAccessible(page);
}

async function reportOfTheNorth(page: Page, atStudy: string): Promise<void> {
  await page.goto(`${atStudy}/teams/north/report?wave=3`);
  await heading(page, /North/);
  const pdf = await page.pdf({ format: 'A4', path: join(folder, 'report.pdf') });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  // what got worse is what the report wants to be talked about
  const { mean } = inR.waves.at(-1)!.scales.find(({ id }) => id === 'exhaustion')!.teams.north!;
  expect(await page.locator('main').textContent()).toContain(mean.toFixed(1));
}

async function filesForOtherPrograms(page: Page, atStudy: string): Promise<void> {
  await page.goto(atStudy);
  const get = (name: string, file: string) =>
    download(page, () => page.getByRole('button', { name, exact: true }).click(), file);
  const csv = await get('Data (CSV)', 'answers.csv');
  const sav = await get('SPSS file (.sav)', 'answers.sav');
  const records = recordsOf(csv);
  expect(records).toHaveLength(40);
  expect(new Set(records.map(({ team }) => team)).has('night')).toBe(false);
  // all answers are there, in no order that says whose they are
  const items = Object.keys(inR.waves[2]!.answers[0]!);
  const rows = (all: readonly Readonly<Record<string, unknown>>[]) =>
    all.map((one) => items.map((item) => one[item]).join()).sort();
  expect(rows(records)).toEqual(rows(inR.waves[2]!.answers));
  await readBack(page, { csv, sav });
}

/** What other programs make of the files of the last wave. */
async function readBack(page: Page, { csv, sav }: { csv: string; sav: string }): Promise<void> {
  const answers = inR.waves[2]!.answers;
  const items = Object.keys(answers[0]!);
  const means = items.map((item) => answers.reduce((sum, one) => sum + one[item]!, 0) / answers.length);
  const expectMeans = (found: readonly number[], digits: number) => {
    expect(found).toHaveLength(items.length);
    for (const [place, mean] of found.entries()) expect(mean).toBeCloseTo(means[place]!, digits);
  };
  if (isInstalled('haven of R', 'Rscript', '-e', 'library(haven)')) {
    const columns = `c(${items.map((item) => JSON.stringify(item)).join(', ')})`;
    const script = `x <- haven::read_sav(${JSON.stringify(sav)}); cat(nrow(x), colMeans(x[${columns}]), sep = "\n")`;
    const [count, ...found] = execFileSync('Rscript', ['-e', script], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
    expect(count).toBe(40);
    expectMeans(found, 5);
  }
  if (isInstalled('R', 'Rscript', '--version')) {
    // the script finds the CSV file by the name that both are handed out with
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'R script', exact: true }).click();
    const script = await waiting;
    const own = mkdtempSync(join(folder, 'r-'));
    await script.saveAs(join(own, script.suggestedFilename()));
    writeFileSync(join(own, script.suggestedFilename().replace(/\.R$/, '.csv')), readFileSync(csv));
    const said = execFileSync('Rscript', [script.suggestedFilename()], { cwd: own, encoding: 'utf8' });
    // all forty are in the file, so its alphas are those of the report
    for (const { alpha } of inR.waves[2]!.scales) expect(said).toContain(`: alpha ${alpha.value.toFixed(10)}, n 40`);
  }
  if (isInstalled('PSPP', 'pspp', '--version')) {
    const [table, syntax] = [join(folder, 'means.csv'), join(folder, 'means.sps')];
    const lines = [
      `GET FILE='${sav}'.`,
      'COMPUTE everybody = 1.',
      'AGGREGATE OUTFILE=* /BREAK = everybody /people = N',
      ...items.map((item, place) => `  /m${place} = MEAN(${item})`),
      '.',
      `SAVE TRANSLATE /OUTFILE='${table}' /TYPE=CSV /CELLS=VALUES /REPLACE.`,
    ];
    writeFileSync(syntax, `${lines.join('\n')}\n`);
    execFileSync('pspp', ['-O', 'format=txt', '-o', join(folder, 'means.txt'), syntax], { encoding: 'utf8' });
    const [, people, ...found] = readFileSync(table, 'utf8').trim().split(',').map(Number);
    expect(people).toBe(40);
    expectMeans(found, 8);
  }
}
