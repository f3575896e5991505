import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeKeyedColumns, cronbachAlpha, momentsOfColumns, tableOfRecords } from '@peerscale/core';
import type { FormAnswers } from '@peerscale/form';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isInstalled } from '../../../../test-utils/src/is-installed.ts';
import { exportFormats } from '../../exports/export-file.ts';
import { MOST_RECORDS } from '../../exports/export-table.ts';
import type { StudyResults } from '../../results/results-types.ts';
import { answerWave, closeWaveOf } from '../../studies/test/answer-wave.ts';
import { staffAnswers, type Ward, wardPlan, wardStudy } from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';
import { teaInstrument } from '../../test/tea-study.ts';

const reuse = {
  kind: 'consent',
  id: 'reuse',
  title: { en: 'Later use', cs: 'Další použití' },
  text: { en: 'May others work with your answers?', cs: 'Smí s odpověďmi pracovat i jiní?' },
  mustAgree: false,
} as const;

/** Answers that differ from one to the next, so that there is something to estimate. */
const varied = (number: number): FormAnswers => ({
  ...staffAnswers,
  tea: {
    'tea-calms': 1 + (number % 5),
    'tea-spoils': 5 - (number % 4),
    'cups-daily': number % 7 === 0 ? 'skipped' : number % 4,
  },
});

const get = (ward: Ward, path: string) => ward.owner.send('GET', `/studies/${ward.study}/exports/${path}`);

async function textOf(ward: Ward, path: string): Promise<string> {
  const response = await get(ward, path);
  const text = await response.text();
  expect([response.status, text.slice(0, response.status === 200 ? 0 : 500)]).toEqual([200, '']);
  return text;
}

const linesOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

/** Two closed waves: the second with a cell below the minimum. */
async function answeredWard(address: string): Promise<Ward> {
  const ward = await wardStudy(address, { linkage: 'code' });
  const first = await ward.startWave();
  await answerWave(ward, first, { count: 12, answers: varied });
  await closeWaveOf(ward, first);
  const second = await ward.startWave();
  await answerWave(ward, second, { count: 14, answers: varied });
  await answerWave(ward, second, { team: 'blue', count: 6, answers: varied });
  await answerWave(ward, second, { team: 'house', count: 2, answers: varied });
  await closeWaveOf(ward, second);
  return ward;
}

describe.each(testEngines())('exports in %s', (_, engine) => {
  test('a row a person, without anything that tells who or when; teams that few share are left out', async () => {
    const ward = await answeredWard(await engine.storeAddress());
    const response = await get(ward, 'csv?wave=2');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${ward.study}-w2-tea.csv"`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const [header, ...rows] = linesOf(await response.text());
    expect(header).toEqual(['wave', 'team', 'group', 'tea_calms', 'tea_spoils', 'cups_daily', 'liking', 'habit']);
    // two of the house alone would be known by having no team: the six of the blue team keep them company
    const places = rows.map(([wave, team, group]) => `${wave} ${team} ${group}`).sort();
    expect(places).toEqual([...Array<string>(8).fill('2  staff'), ...Array<string>(14).fill('2 team-1 staff')]);
    expect((await linesOf(await textOf(ward, 'csv'))).length).toBe(1 + 12 + 22);

    // the same people again, in another order
    const again = linesOf(await textOf(ward, 'csv?wave=2')).slice(1);
    expect(again.map(String)).not.toEqual(rows.map(String));
    expect(again.map(String).sort()).toEqual(rows.map(String).sort());
    const stored = await ward.server.access.store.db.selectFrom('response').selectAll().execute();
    const all = await Promise.all(['csv', 'json', 'sps', 'r', 'codebook'].map((format) => textOf(ward, format)));
    for (const { key_digest, code, receipt_digest, submission_digest, day } of stored) {
      for (const trace of [key_digest, receipt_digest, submission_digest, day, ...Object.values(JSON.parse(code!))]) {
        for (const text of all) expect(text).not.toContain(trace);
      }
    }
  });

  test('who was asked and did not agree is not among them, and is not counted', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const plan = { ...wardPlan, parts: [...wardPlan.parts, reuse] };
    await ward.ask('PUT', `/studies/${ward.study}/groups/staff`, { name: 'Staff', plan });
    const wave = await ward.startWave();
    const say = (agreed: boolean | undefined, code: number) => () => ({
      ...staffAnswers,
      tea: { 'tea-calms': code, 'tea-spoils': code, 'cups-daily': 1 },
      ...(agreed === undefined ? {} : { reuse: agreed }),
    });
    await answerWave(ward, wave, { count: 6, answers: say(true, 5) });
    await answerWave(ward, wave, { count: 5, answers: say(false, 1) });
    await answerWave(ward, wave, { count: 2, answers: say(undefined, 2) });
    await answerWave(ward, wave, { team: 'blue', count: 4, answers: say(true, 4) });
    await answerWave(ward, wave, { team: 'blue', count: 3, answers: say(false, 3) });
    const rows = await ward.server.access.store.db.selectFrom('response').select(['reuse', 'team_id']).execute();
    expect(rows.map((row) => row.reuse).sort()).toEqual([...Array(10).fill(0), ...Array(10).fill(1)]);
    // it stands with the record, and nowhere else
    const parts = await ward.server.access.store.db.selectFrom('other_answer').select('part').distinct().execute();
    expect(parts.map(({ part }) => part).sort()).toEqual(['quote', 'remarks', 'shift', 'years']);
    await closeWaveOf(ward, wave);
    const [, ...lines] = linesOf(await textOf(ward, 'csv'));
    // seven of the blue team have answered, but four are in the file
    expect(lines.map(([, team, , calms]) => `${team} ${calms}`).sort()).toEqual([
      ...Array<string>(4).fill(' 4'),
      ...Array<string>(6).fill(' 5'),
    ]);
  });

  test('who takes the answers back is not in the next file, nor are some others of the team', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    // no two answer alike
    const apart = (shift: number) => (number: number) => ({
      ...staffAnswers,
      tea: { 'tea-calms': 1 + (number % 5), 'tea-spoils': 1 + (Math.floor(number / 5) % 5), 'cups-daily': shift },
    });
    const receipts = await answerWave(ward, wave, { count: 17, answers: apart(1) });
    await answerWave(ward, wave, { team: 'blue', count: 12, answers: apart(2) });
    await closeWaveOf(ward, wave);
    const takeBack = async (receipt: string) =>
      expect((await ward.server.browser().send('POST', '/withdrawals', { receipt })).status).toBe(204);
    // teams have other numbers in each file; their cups tell them apart
    const rowsNow = async () =>
      linesOf(await textOf(ward, 'csv'))
        .slice(1)
        .map(([number, team, ...rest]) => [number, team && (rest[3] === '1' ? 'red' : 'blue'), ...rest].join())
        .sort();
    const isOf = (number: number) => (row: string) =>
      row.startsWith(`1,red,staff,${1 + (number % 5)},${1 + Math.floor(number / 5)},1,`);
    const before = await rowsNow();
    expect(before).toHaveLength(29);
    await takeBack(receipts[3]!);
    const after = await rowsNow();
    expect(await rowsNow()).toEqual(after);
    const missing = before.filter((row) => !after.includes(row));
    expect(after.length + missing.length).toBe(29);
    expect(missing.length).toBeGreaterThanOrEqual(5);
    expect(missing.length).toBeLessThan(10);
    expect(missing.some(isOf(3))).toBe(true);
    // whole people of one place, so that what is left of the team and the results differ by enough
    expect(missing.every((row) => row.includes(',red,staff,'))).toBe(true);
    const [other] = [...receipts.keys()].filter((number) => number !== 3 && missing.some(isOf(number)));
    await takeBack(receipts[other!]!);
    expect(await rowsNow()).toEqual(after);
    const [kept] = [...receipts.keys()].filter((number) => after.some(isOf(number)));
    await takeBack(receipts[kept!]!);
    const last = await rowsNow();
    expect(after.length - last.length).toBeGreaterThanOrEqual(5);
    expect(last.some(isOf(kept!))).toBe(false);
    // nothing is kept of those who have gone
    const stored = await ward.server.access.store.db.selectFrom('response').select('key_digest').execute();
    expect(stored).toHaveLength(26);
  });

  test('of a team of six none is left when one of them takes the answers back', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const [receipt] = await answerWave(ward, wave, { count: 6, answers: varied });
    await closeWaveOf(ward, wave);
    expect(linesOf(await textOf(ward, 'csv'))).toHaveLength(7);
    await ward.server.browser().send('POST', '/withdrawals', { receipt });
    expect(await problemOf(await get(ward, 'csv'))).toMatchObject({
      status: 409,
      type: 'urn:peerscale:problem:nothing-to-export',
    });
  });
});

test('what cannot be handed out is said: an open wave, a format, a wave, an instrument that is none', async () => {
  const ward = await wardStudy(':memory:');
  const wave = await ward.startWave();
  await answerWave(ward, wave, { count: 6, answers: varied });
  for (const path of ['csv', 'csv?wave=1']) {
    expect((await problemOf(await get(ward, path))).type).toBe('urn:peerscale:problem:wave-state');
  }
  await closeWaveOf(ward, wave);
  for (const [path, fault] of [
    ['xlsx', 'format'],
    ['csv?wave=2', 'query.wave'],
    ['csv?wave=0', 'query.wave'],
    ['csv?instrument=coffee', 'query.instrument'],
    ['csv?instrument=tea@1.2.1', 'query.instrument'],
    ['csv?locale==1', 'query.locale'],
    ['csv?reasons=yes', 'query.reasons'],
  ] as const) {
    const problem = await problemOf(await get(ward, path));
    expect([path, problem.status, problem.errors?.[0]?.path]).toEqual([path, 422, fault]);
  }
  for (const path of ['csv?instrument=tea', 'csv?instrument=tea@1.2.0&wave=1']) await textOf(ward, path);
  expect(MOST_RECORDS).toBeGreaterThan(170_000);
});

test('each file that is handed out stands in the audit log, and those that are not do not', async () => {
  const ward = await answeredWard(':memory:');
  await get(ward, 'sav?wave=2');
  await get(ward, 'csv?wave=7');
  const entries = await ward.server.access.store.db
    .selectFrom('audit')
    .select(['subject', 'detail', 'account_id'])
    .where('action', '=', 'exported')
    .execute();
  expect(entries.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
    [`study ${ward.study}`, { format: 'sav', instrument: 'tea@1.2.0', waves: '2', rows: 22 }],
  ]);
  expect(entries[0]!.account_id).not.toBeNull();
});

test('where few did not agree, others stay out with them, and the same ones in every file', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const plan = { ...wardPlan, parts: [...wardPlan.parts, reuse] };
  await ward.ask('PUT', `/studies/${ward.study}/groups/staff`, { name: 'Staff', plan });
  const wave = await ward.startWave();
  const answers = (number: number): FormAnswers => ({
    ...staffAnswers,
    tea: { 'tea-calms': 1 + (number % 5), 'tea-spoils': 1 + (Math.floor(number / 5) % 5), 'cups-daily': 1 },
    reuse: number > 0,
  });
  await answerWave(ward, wave, { count: 14, answers });
  await closeWaveOf(ward, wave);
  const files = await Promise.all([1, 2, 3].map(() => textOf(ward, 'csv')));
  const rows = files.map((file) => linesOf(file).slice(1).map(String).sort());
  expect(rows[0]).toHaveLength(13 - 4);
  expect(rows[1]).toEqual(rows[0]);
  expect(rows[2]).toEqual(rows[0]);
});

test('people of a team that has others below it are its own', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const wave = await ward.startWave();
  for (const [team, count] of [
    ['house', 7],
    ['red', 8],
    ['blue', 9],
  ] as const) {
    await answerWave(ward, wave, { team, count });
  }
  await closeWaveOf(ward, wave);
  const teams = linesOf(await textOf(ward, 'csv'))
    .slice(1)
    .map(([, team]) => team);
  const counts = ['team-1', 'team-2', 'team-3'].map((team) => teams.filter((one) => one === team).length);
  expect(counts.sort()).toEqual([7, 8, 9]);
});

test('a team stands in a file by a number of this file alone, the same in all waves, and nowhere by name or id', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const people = { house: 6, red: 7, blue: 8 } as const;
  for (let number = 0; number < 2; number++) {
    const wave = await ward.startWave();
    for (const [team, count] of Object.entries(people)) {
      // answers that tell the teams apart
      const answers = () => ({ ...staffAnswers, tea: { 'tea-calms': count - 4, 'tea-spoils': 1, 'cups-daily': 1 } });
      await answerWave(ward, wave, { team, count, answers });
    }
    await closeWaveOf(ward, wave);
  }
  const found = new Set<string>();
  for (let file = 0; file < 12; file++) {
    const rows = linesOf(await textOf(ward, 'csv')).slice(1);
    expect(rows).toHaveLength(2 * 21);
    const byLabel = new Map(rows.map(([, team, , calms]) => [team!, calms!]));
    // one number, one team, in both waves
    for (const [, team, , calms] of rows) expect(calms).toBe(byLabel.get(team!));
    expect([...byLabel.keys()].sort()).toEqual(['team-1', 'team-2', 'team-3']);
    found.add([...byLabel].sort().join(' '));
  }
  // all the same by chance: one in 6 ** 11
  expect(found.size).toBeGreaterThan(1);
  const names = [...Object.keys(people), 'Red team', 'Blue team', 'House'];
  for (const format of exportFormats) {
    const text = Buffer.from(await (await get(ward, format)).arrayBuffer()).toString('latin1');
    for (const name of names) expect(text, format).not.toMatch(new RegExp(`\\b${name}\\b`));
  }
});

test('what can be exported is listed: instruments as they were asked, with the closed waves of each', async () => {
  const ward = await wardStudy(':memory:');
  expect(await ward.ask('GET', `/studies/${ward.study}/exports`)).toEqual({ instruments: [] });
  const wave = await ward.startWave();
  await answerWave(ward, wave, { count: 6, answers: varied });
  expect(await ward.ask('GET', `/studies/${ward.study}/exports`)).toEqual({ instruments: [] });
  await closeWaveOf(ward, wave);
  expect(await ward.ask('GET', `/studies/${ward.study}/exports`)).toEqual({
    instruments: [
      { id: 'tea', version: '1.2.0', name: { ...teaInstrument.name }, waves: [{ number: 1, name: 'Autumn' }] },
    ],
  });
});

test('few managers do not follow from the rows of staff and the results of both', async () => {
  for (const [managers, rows] of [
    [3, 0],
    [6, 14],
  ] as const) {
    const ward = await wardStudy(':memory:', { linkage: 'none' });
    const wave = await ward.startWave();
    const liking = () => ({ tea: { 'tea-calms': 2, 'tea-spoils': 3 } });
    await answerWave(ward, wave, { count: 8, answers: varied });
    await answerWave(ward, wave, { group: 'managers', count: managers, answers: liking });
    await closeWaveOf(ward, wave);
    // all eleven have a mean of the scale that both are asked: the eight alone would tell that of the three
    const response = await get(ward, 'csv');
    expect([managers, response.status]).toEqual([managers, rows === 0 ? 409 : 200]);
    if (rows > 0) expect(linesOf(await response.text())).toHaveLength(1 + rows);
  }
});

test('JSON and codebook say what the columns and codes are, in the language that is asked for', async () => {
  const ward = await answeredWard(':memory:');
  const file = JSON.parse(await textOf(ward, 'json?wave=2&locale=cs'));
  expect(file).toMatchObject({
    schema: 'peerscale/export@1',
    study: { id: ward.study, simulated: false },
    instrument: { id: 'tea', version: '1.2.0' },
    waves: [{ number: 2, name: 'Autumn' }],
    minimumGroupSize: 5,
  });
  expect(file.variables.slice(0, 4)).toMatchObject([
    { name: 'wave', label: 'Vlna' },
    { name: 'team', label: 'Tým (číslo jen pro tento soubor)' },
    { name: 'group' },
    { name: 'tea_calms', label: 'text of tea-calms', missing: { low: -99, high: -91 } },
  ]);
  expect(file.rows).toHaveLength(22);
  // skipped is a code here, and said to be none
  expect(file.rows.some((row: unknown[]) => row[5] === -92)).toBe(true);
  const book = await textOf(ward, 'codebook?wave=2');
  expect(book.split('\n')[0]).toBe('variable,id,kind,label,wording,codes,missing,scales,reversed,source,rights');
  expect(book).toMatch(/^team,team,place,.*drawn anew for every file/m);
  expect(book).toContain('1 = answer 1; 2 = answer 2');
  expect(book).toMatch(/^tea_spoils,tea-spoils,item,.*liking,liking/m);
});

test('no cell runs as a formula, in the file or in the codebook', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const formula = '=HYPERLINK("http://evil.example","x")';
  await ward.ask('PUT', `/studies/${ward.study}/teams/red`, { name: formula, parent: null, setting: null });
  await ward.ask('PATCH', `/studies/${ward.study}`, { title: { en: '@SUM(A1)\u202C'.slice(0, 8), cs: '+1' } });
  const wave = await ward.startWave();
  await answerWave(ward, wave, { count: 6, answers: varied });
  await closeWaveOf(ward, wave);
  for (const path of ['csv', 'csv?reasons=true', 'codebook']) {
    for (const line of (await textOf(ward, path)).split('\n')) {
      for (const cell of line.match(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g) ?? []) {
        expect(cell.replace(/^,/, '').replace(/^"/, '')).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
      }
    }
  }
});

const hasR = isInstalled('R', 'Rscript', '--version');
const hasHaven = isInstalled('haven of R', 'Rscript', '-e', 'library(haven)');
const hasPspp = isInstalled('PSPP', 'pspp', '--version');

/** The files of a choice in a folder of their own. */
async function filesIn(ward: Ward, ...paths: string[]): Promise<{ folder: string; names: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names: string[] = [];
  for (const path of paths) {
    const response = await get(ward, path);
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition')!)![1]!;
    writeFileSync(join(folder, name), new Uint8Array(await response.arrayBuffer()));
    names.push(name);
  }
  return { folder, names };
}

/** Scales of the results of a wave, with their alphas: figures leave with three digits. */
async function alphasOf(ward: Ward, wave: number) {
  const results = await ward.ask<StudyResults>('GET', `/studies/${ward.study}/results?wave=${wave}`);
  const { scales } = results.instruments.find(({ instrument }) => instrument.id === 'tea')!;
  return new Map(scales.map(({ name, reliability }) => [name.en, reliability]));
}

/** What the script of R says of the file beside it: alpha and the number of people by scale. */
async function alphasByR(ward: Ward, query: string) {
  const { folder, names } = await filesIn(ward, `r${query}`, `csv${query}`);
  const said = execFileSync('Rscript', [names[0]!], { cwd: folder, encoding: 'utf8' });
  const found = new Map(
    [...said.matchAll(/^(.+): alpha (-?[\d.]+|NA|NaN), n (\d+)$/gm)].map(
      ([, scale, alpha, n]) => [scale, { alpha: Number(alpha), n: Number(n) }] as const,
    ),
  );
  return { said, found };
}

test.skipIf(!hasR)('R reads the file of a wave and finds the alphas that the results show of it', async () => {
  const ward = await answeredWard(':memory:');
  // those with every item of the scale: of Habit some have skipped one
  for (const [wave, people] of [
    [1, { Liking: 12, Habit: 10 }],
    [2, { Liking: 22, Habit: 18 }],
  ] as const) {
    const { said, found } = await alphasByR(ward, `?wave=${wave}`);
    const shown = await alphasOf(ward, wave);
    expect([...found.keys()].sort()).toEqual([...shown.keys()].sort());
    for (const [scale, { alpha, n }] of shown) {
      const own = found.get(scale!)!;
      expect(own.n).toBe(people[scale as keyof typeof people]);
      // a number a few off that of the means is not told
      if (n !== null) expect(n).toBe(own.n);
      expect(Math.abs(own.alpha - alpha!), `${scale}: ${alpha}, but ${said}`).toBeLessThan(0.000_501);
    }
    // with the reasons written as codes it is the same file to R
    const withReasons = await filesIn(ward, `r?wave=${wave}`, `csv?wave=${wave}&reasons=true`);
    expect(execFileSync('Rscript', [withReasons.names[0]!], { cwd: withReasons.folder, encoding: 'utf8' })).toBe(said);
  }
  // the alphas of waves differ, and that of all of them is another one
  const [first, second, both] = await Promise.all(['?wave=1', '?wave=2', ''].map((query) => alphasByR(ward, query)));
  const alphas = [first!, second!, both!].map(({ found }) => found.get('Liking')!.alpha);
  expect(new Set(alphas.map((alpha) => alpha.toFixed(3))).size).toBe(3);
  expect(both!.found.get('Liking')!.n).toBe(34);
});

test.skipIf(!hasR)('where disclosure leaves rows out of the file, R has the alpha of those who are in it', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const plan = { ...wardPlan, parts: [...wardPlan.parts, reuse] };
  await ward.ask('PUT', `/studies/${ward.study}/groups/staff`, { name: 'Staff', plan });
  const wave = await ward.startWave();
  const given = (number: number): FormAnswers => ({
    ...varied(number),
    tea: { 'tea-calms': 1 + (number % 5), 'tea-spoils': 5 - (number % 4), 'cups-daily': 1 },
    reuse: number >= 7,
  });
  await answerWave(ward, wave, { count: 20, answers: given });
  await closeWaveOf(ward, wave);
  const { found } = await alphasByR(ward, '');
  const shown = (await alphasOf(ward, 1)).get('Liking')!;
  // results are about all twenty; in the file are the thirteen who agreed to later use
  expect([shown.n, found.get('Liking')!.n]).toEqual([20, 13]);
  expect(Math.abs(found.get('Liking')!.alpha - shown.alpha!)).toBeGreaterThan(0.001);
  const { rows, variables } = JSON.parse(await textOf(ward, 'json')) as {
    rows: number[][];
    variables: { name: string }[];
  };
  const place = (name: string) => variables.findIndex((variable) => variable.name === name);
  const answers = rows.map((row) => ({
    'tea-calms': row[place('tea_calms')]!,
    'tea-spoils': row[place('tea_spoils')]!,
  }));
  const table = tableOfRecords(
    teaInstrument,
    answers.map((one) => ({ answers: { ...one, 'cups-daily': 1 } })),
  );
  const { columns } = completeKeyedColumns(teaInstrument, table, 'liking');
  expect(found.get('Liking')!.alpha).toBeCloseTo(cronbachAlpha(momentsOfColumns(columns)), 9);
});

test.skipIf(!hasHaven)('haven reads the .sav: values, labels, and codes that stand for no answer', async () => {
  const ward = await answeredWard(':memory:');
  const { folder, names } = await filesIn(ward, 'sav?wave=2', 'csv?wave=2&reasons=true');
  const script = `d <- haven::read_sav("${names[0]}", user_na = TRUE); cat(nrow(d), ncol(d), sum(d$tea_calms), sum(is.na(d$cups_daily)),
    names(attr(d$tea_calms, "labels"))[1], attr(d$team, "label"), sum(d$team == "team-1"), sum(d$team == ""), sep = "|")`;
  const out = execFileSync('Rscript', ['-e', script], { cwd: folder, encoding: 'utf8' });
  const rows = JSON.parse(await textOf(ward, 'json?wave=2')).rows as (number | null)[][];
  const calms = rows.reduce((sum, row) => sum + row[3]!, 0);
  const skipped = rows.filter((row) => row[5] === -92).length;
  expect(out).toBe(`22|8|${calms}|${skipped}|answer 1|Team (a number for this file alone)|14|8`);
});

test.skipIf(!hasPspp)('PSPP runs the syntax over the CSV file', async () => {
  const ward = await answeredWard(':memory:');
  const { folder, names } = await filesIn(ward, 'sps?wave=2', 'csv?wave=2&reasons=true');
  const syntax = `INCLUDE FILE='${names[0]}'.\nFREQUENCIES VARIABLES=cups_daily.\n`;
  writeFileSync(join(folder, 'run.sps'), syntax);
  const out = execFileSync('pspp', ['-O', 'format=txt', 'run.sps'], { cwd: folder, encoding: 'utf8' });
  expect(out).toMatch(/left out/);
  expect(out).toMatch(/Missing/);
  expect(out).not.toMatch(/error/i);
});
