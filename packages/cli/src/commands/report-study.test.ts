import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeReport, TeamAgreementReport } from '@peerscale/core';
import { afterAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const SIZES = { north: 14, south: 11, west: 9, tiny: 2, 'day & night': 8 };
const HEADER = ['person', 'unit', 'A1', 'A2', 'A3', 'years'];

/** Answers that hang together, the second wave half a point higher; `gone` people do not come back. */
function wave(shift: number, gone = 0): string {
  let person = 0;
  const rows = Object.entries(SIZES).flatMap(([unit, size], team) =>
    Array.from({ length: size }, (_, i) => {
      const base = 2 + ((i * 7 + team * 3) % 4) / 2 + shift * ((i % 2) + 0.5);
      const answers = [0, 1, 2].map((item) => Math.min(5, Math.max(1, Math.round(base + ((i + item * 2) % 3) / 2))));
      return [`p${++person}`, unit, ...answers, (i * 13) % 17];
    }),
  );
  return [HEADER, ...rows.slice(gone)].map((row) => `${row.join()}\n`).join('');
}

const { folder, remove } = temporaryFolder({ 'one.csv': wave(0), 'two.csv': wave(1), 'left.csv': wave(1, 2) });
afterAll(remove);
const report = (...args: string[]) =>
  runPeerscale(['report', 'one.csv', '--items', 'A1,A2,A3', '--min', '1', '--max', '5', '--force', ...args], {
    cwd: folder,
  });
async function page(...args: string[]): Promise<string> {
  const { code, stderr } = await report('--out', 'page.html', ...args);
  expect([code, stderr]).toEqual([0, '']);
  return readFileSync(join(folder, 'page.html'), 'utf8');
}
/** The cells of the table with this id, row by row, as a reader sees them. */
function cellsOf(html: string, id: string): string[][] {
  const table = html.slice(html.indexOf(`<span id="${id}">`));
  const body = table.slice(table.indexOf('<tbody>'), table.indexOf('</tbody>'));
  const rows = body.split('</tr>').slice(0, -1);
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '')),
  );
}

describe('teams', () => {
  test('a forest plot with a table behind it has the figures of agreement --team', async () => {
    const html = await page('--team', 'unit');
    const run = await runPeerscale(
      ['agreement', 'one.csv', '--team', 'unit', '--items', 'A1,A2,A3', '--min', '1', '--max', '5', '--json'],
      { cwd: folder },
    );
    const { scales }: TeamAgreementReport = JSON.parse(run.stdout);
    const cells = cellsOf(html, 'teams-1-table');
    expect(cells.map(([team]) => team)).toEqual(scales[0]!.rows.map(({ team }) => team.replace('&', '&amp;')));
    scales[0]!.rows.forEach((row, i) => {
      if (row.status !== 'shown') expect(cells[i]!.slice(1)).toEqual(['not shown', '', '', '', '']);
      else
        expect(cells[i]!.slice(1, 4)).toEqual([
          String(row.mean.n),
          row.mean.value!.toFixed(2),
          row.shrunkenMean!.value!.toFixed(2),
        ]);
    });
    const section = html.slice(html.indexOf('<section id="teams"'));
    expect(section.match(/role="img"/g)!.length).toBeGreaterThanOrEqual(3);
    expect(section).toContain('2 teams are not shown');
  });

  test('a higher minimum hides more', async () => {
    const hidden = (html: string) => cellsOf(html, 'teams-1-table').filter(([, cell]) => cell === 'not shown').length;
    expect(hidden(await page('--team', 'unit', '--minimum-group-size', '12'))).toBeGreaterThan(
      hidden(await page('--team', 'unit')),
    );
  });
});

describe('a second wave', () => {
  test('waves, reliable change and teams, with the command that makes it again', async () => {
    const html = await page('--team', 'unit', '--second', 'two.csv', '--id', 'person');
    const section = html.slice(html.indexOf('<section id="change"'));
    expect(section).toContain('class="waves"');
    expect(section).toContain('reliably higher');
    expect(cellsOf(html, 'change-1-table').map(([who, n]) => [who, n])).toEqual([
      ['The same people', '44'],
      ['Everybody', '44'],
    ]);
    expect(html).toContain('--second two.csv');
  });

  test.each([5, 9])('first against second wave in squares of at least %i, with a table behind', async (minimum) => {
    const size = ['--minimum-group-size', String(minimum)];
    const html = await page('--second', 'two.csv', '--id', 'person', ...size);
    const cells = cellsOf(html, 'change-1-grid-table');
    const scale = ['--items', 'A1,A2,A3', '--min', '1', '--max', '5'];
    const { stdout } = await runPeerscale(
      ['change', 'one.csv', 'two.csv', '--id', 'person', ...scale, ...size, '--json'],
      { cwd: folder },
    );
    const { squares, elsewhere } = (JSON.parse(stdout) as ChangeReport).scales[0]!.linked!.grid!;
    expect(squares.length).toBeGreaterThan(minimum === 5 ? 1 : 0);
    expect(elsewhere > 0).toBe(minimum === 9);
    const rest = elsewhere > 0 ? [elsewhere] : [];
    expect(cells.map((row) => Number(row[2]))).toEqual([...squares.map(({ n }) => n), ...rest]);
    for (const [, , n] of cells) expect(Number(n)).toBeGreaterThanOrEqual(minimum);
    expect(cells.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(44);
    const section = html.slice(html.indexOf('<section id="change"'));
    expect(section.match(/class="square"/g)).toHaveLength(squares.length);
    expect(section.match(/class="band"/g)!.length).toBeGreaterThanOrEqual(2);
  });

  test('no squares where few were linked', async () => {
    const few = await page('--second', 'two.csv', '--id', 'person', '--minimum-group-size', '23');
    expect(few).not.toContain('class="grid-picture"');
    expect(few).toContain('is held back, as so few were linked');
  });

  test('teams that are hidden among the teams are hidden in their change, and the other way round', async () => {
    const html = await page('--team', 'unit', '--second', 'left.csv', '--id', 'person');
    const hidden = (id: string, column: number) =>
      cellsOf(html, id)
        .filter((cells) => cells[column] === 'not shown')
        .map(([team]) => team);
    expect(hidden('teams-1-table', 1)).toEqual(hidden('change-1-teams-table', 1));
    expect(hidden('teams-1-table', 1)).toContain('tiny');
  });

  test('where two people left, those who stayed are not shown beside everybody', async () => {
    const html = await page('--second', 'left.csv', '--id', 'person');
    expect(cellsOf(html, 'change-1-table').map(([who]) => who)).toEqual(['Everybody']);
    expect(html).toContain('who would follow by subtraction');
  });
});

test('bars of what goes with an outcome', async () => {
  const html = await page('--drivers', 'scale', '--predictors', 'years', '--team', 'unit');
  const [row] = cellsOf(html, 'drivers-table');
  expect(row![0]).toBe('years');
  expect(html.slice(html.indexOf('<section id="drivers"'))).toContain('class="filled"');
});

test('in Czech nothing of it is left in English', async () => {
  const html = await page(
    '--language',
    'cs',
    '--team',
    'unit',
    '--second',
    'left.csv',
    '--drivers',
    'scale',
    '--predictors',
    'years',
  );
  const own = html.slice(html.indexOf('<section id="teams"'), html.indexOf('<section id="reading"'));
  expect(own).toContain('Neuvedeny jsou 2 týmy');
  const words = own.replace(/<[^>]+>/g, ' ');
  expect(words).not.toMatch(/\b(the|people|teams|mean|shown|interval of)\b/);
});

test('the squares are in Czech too', async () => {
  const html = await page('--language', 'cs', '--second', 'two.csv', '--id', 'person');
  const own = html.slice(html.indexOf('<section id="change"'), html.indexOf('<section id="reading"'));
  expect(own).toContain('class="grid-picture"');
  expect(own.replace(/<[^>]+>/g, ' ')).not.toMatch(/\b(the|people|square|squares|nobody|before|after)\b/);
});

test('Markdown has the tables in place of the pictures', async () => {
  const { code } = await report('--out', 'page.md', '--team', 'unit', '--second', 'two.csv', '--id', 'person');
  expect(code).toBe(0);
  const markdown = readFileSync(join(folder, 'page.md'), 'utf8');
  expect(markdown).toContain('## Change between two waves');
  expect(markdown).toContain('**People by their scores before and after on');
  expect(markdown).toMatch(/^\| tiny \| not shown/m);
});

test.each<[string[], RegExp]>([
  [['--id', 'person'], /--id belongs to --second/],
  [['--predictors', 'years'], /--predictors belongs to --drivers/],
  [['--drivers', 'scale'], /say by what: --predictors/],
  [['--second', '-'], /read files more than once/],
  [['--team', 'units'], /has no column "units"/],
  [['--second', 'none.csv'], /none\.csv: there is no such file/],
])('wrong use: %j', async (args, message) => {
  const { code, stdout, stderr } = await report('--out', 'wrong.html', ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
