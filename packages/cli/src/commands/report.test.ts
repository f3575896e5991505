import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReliabilityReport } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { afterAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const role = findInstrument('peer-role')!;
const ids = role.items.map(({ id }) => id);

/** Answers that hang together: a place on a scale from 1 to 5, turned round for what points the other way. */
function csv(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    role.items
      .map(({ polarity }, i) => {
        if (row % 10 === 3 && i === row % 24) return '';
        const place = Math.min(5, Math.max(1, 1 + ((row * 7) % 5) + (((row + 1) * (i + 3)) % 3) - 1));
        return polarity === 'positive' ? place : 6 - place;
      })
      .join(','),
  );
  return `${[ids.join(','), ...lines].join('\n')}\n`;
}

const { folder, remove } = temporaryFolder({
  'role.csv': csv(60),
  'few.csv': csv(7),
  'bad.csv': `${csv(60)}${ids.map(() => '9').join(',')}\n`,
  'na|me `x` <b>.csv': csv(60),
});
afterAll(() => remove());

const report = (...args: string[]) => runPeerscale(['report', ...args], { cwd: folder });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const PEER_ROLE = ['role.csv', '--instrument', 'peer-role'];

/** The cells of the table with this id, row by row, as a reader sees them. */
function cellsOf(page: string, id: string): string[][] {
  const table = page.slice(page.indexOf(`<span id="${id}">`));
  const body = table.slice(table.indexOf('<tbody>'), table.indexOf('</tbody>'));
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '')));
}

/** A figure as the page has it, in numbers. */
const parsed = (cell: string) => (cell === '–' ? null : Number(cell.replace('−', '-').replaceAll(',', '')));

test('the page has the figures of the JSON, to the digits it shows', async () => {
  const { code, stdout, stderr } = await report(...PEER_ROLE, '--out', 'numbers.html', '--json');
  expect([code, stderr]).toEqual([0, '']);
  const figures: ReliabilityReport = JSON.parse(stdout);
  const reliability = await runPeerscale(['reliability', ...PEER_ROLE, '--all', '--json'], { cwd: folder });
  expect(figures).toEqual(JSON.parse(reliability.stdout));
  const page = read('numbers.html');
  const near = (cell: string, value: number | null, digits = 2) => {
    if (value === null) expect(cell).toBe('–');
    else expect(Math.abs(parsed(cell)! - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
  };
  const overview = cellsOf(page, 'scale-table');
  expect(overview).toHaveLength(role.scales.length);
  figures.scales.forEach((scale, place) => {
    const id = `scale-${place + 1}`;
    const details = scale.details!;
    const [name, k, n, dropped, mean, sd, range, alpha, interval, omega, sem] = overview[place]!;
    expect([name, parsed(k!), parsed(n!), parsed(dropped!)]).toEqual([scale.name.en, scale.k, scale.n, scale.nDropped]);
    expect(range).toBe(`${details.score.possible.minimum} to ${details.score.possible.maximum}`);
    near(mean!, details.score.mean);
    near(sd!, details.score.sd);
    near(alpha!, scale.alpha.value);
    const ends = /^\[(.+),\u00a0(.+)\]$/.exec(interval!)!;
    near(ends[1]!, scale.alpha.interval.lower);
    near(ends[2]!, scale.alpha.interval.upper);
    near(omega!, scale.coefficients.find((coefficient) => coefficient.id === 'omega-ml')!.value);
    near(sem!, scale.coefficients.find((coefficient) => coefficient.id === 'standard-error-of-measurement')!.value);

    const items = cellsOf(page, `${id}-items-table`);
    const without = cellsOf(page, `${id}-items-without`);
    scale.itemStatistics.forEach((item, i) => {
      const shown = [item.mean, item.sd, item.rawR, item.stdR, item.rCor, item.rDrop];
      const row = items[i]!;
      expect(parsed(row[1]!)).toBe(item.n);
      shown.forEach((value, j) => {
        near(row[2 + j]!, value);
      });
      near(row[8]!, details.items[i]!.discrimination.value);
      near(row[9]!, item.ifDropped.alpha);
      const {
        alpha: a,
        standardized,
        lambda6,
        averageR,
        medianR,
        varianceR,
        signalToNoise,
        standardError,
      } = item.ifDropped;
      [a, standardized, lambda6, averageR, medianR].forEach((value, j) => {
        near(without[i]![1 + j]!, value);
      });
      near(without[i]![6]!, varianceR, 3);
      near(without[i]![7]!, signalToNoise);
      near(without[i]![8]!, standardError, 3);
    });
    const answers = cellsOf(page, `${id}-answers-table-1`);
    details.items.forEach(({ n: answered, categories, missing, skewness, kurtosis }, i) => {
      const row = answers[i]!;
      expect(row.slice(1, 8).map((cell) => Number.parseInt(cell, 10))).toEqual([
        answered,
        ...categories.map(({ count }) => count),
        missing,
      ]);
      near(row[8]!, skewness.type3);
      near(row[9]!, kurtosis.type3);
    });
    const correlations = cellsOf(page, `${id}-correlations-table`);
    correlations.forEach((row, i) => {
      for (let j = 0; j < i; j++) near(row[1 + j]!, details.correlations[i]![j]!);
    });
    const histogram = cellsOf(page, `${id}-scores-table`);
    expect(histogram.map((row) => Number(row[1]))).toEqual(details.score.distribution.map(({ count }) => count));
  });
});

test('a page, its Markdown and both languages; the same again for the same answers', async () => {
  const { stdout } = await report(...PEER_ROLE, '--out', 'role.html');
  expect(stdout).toBe('The report is in role.html\n');
  await report(...PEER_ROLE, '--out', 'role.md');
  await report(...PEER_ROLE, '--out', 'cs.html', '--language', 'cs');
  const page = read('role.html');
  expect(page).toContain('<h1>Reliability and item analysis: <bdi>The role of a peer worker</bdi></h1>');
  expect(page).toContain('Not validated yet');
  expect(page).toContain('1\u00a0=\u00a0<bdi>Strongly disagree</bdi>');
  expect(read('cs.html')).toContain('<html lang="cs">');
  expect(read('cs.html')).toContain('1\u00a0=\u00a0<bdi>Rozhodně nesouhlasím</bdi>');
  expect(read('cs.html')).not.toMatch(/>(Items|Scale|Missing)</);
  const markdown = read('role.md');
  expect(markdown).toMatch(/^# Reliability and item analysis: The role of a peer worker\n/);
  expect(markdown).toContain('peerscale report role.csv --instrument peer-role --out role.md');
  const again = await report(...PEER_ROLE, '--out', 'role.html', '--force');
  expect(again.code).toBe(0);
  expect(read('role.html')).toBe(page);
});

test('the labels of a text pack show only where its coding is that of the answers', async () => {
  await report(...PEER_ROLE, '--out', 'turned.html', '--coding', 'agreement-5=rejection');
  expect(read('turned.html')).not.toContain('Strongly disagree');
  expect(read('turned.html')).toContain('as stated by the option --coding');
});

test('a scale without an instrument, from standard input, by a bootstrap', async () => {
  const args = ['-', '--items', 'A,B,C', '--min', '1', '--max', '5', '--interval', 'bootstrap-bca', '--draws', '50'];
  const rows = Array.from({ length: 40 }, (_, i) => `${1 + (i % 5)},${1 + ((i + (i % 2)) % 5)},${1 + (i % 4)}`);
  const { code, stderr } = await runPeerscale(['report', ...args, '--seed', '7', '--out', 'items.html'], {
    cwd: folder,
    stdin: `A,B,C\n${rows.join('\n')}\n`,
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(read('items.html')).toContain('Answers in <bdi>standard input</bdi>');
  expect(read('items.html')).toContain('50 draws, seed 7');
});

test('seven respondents: no distributions, and the page says so', async () => {
  await report('few.csv', '--instrument', 'peer-role', '--out', 'few.html');
  const page = read('few.html');
  expect(page).not.toContain('class="histogram"');
  expect(page).not.toContain('class="stack"');
  expect(page).toContain('Fewer than 10 people have answered');
  await report('few.csv', '--instrument', 'peer-role', '--out', 'fewer.html', '--minimum-group-size', '8');
  expect(read('fewer.html')).not.toContain('<blockquote>');
});

test('the name of a file is text and no more', async () => {
  await report('na|me `x` <b>.csv', '--instrument', 'peer-role', '--out', 'name.html', '--date', '2026-11-30');
  expect(read('name.html')).toContain('Answers in <bdi>na|me `x` &lt;b&gt;.csv</bdi> · 2026-11-30');
  await report('na|me `x` <b>.csv', '--instrument', 'peer-role', '--out', 'name.md');
  expect(read('name.md')).toContain('Answers in na\\|me \\`x\\` \\<b\\>.csv\n');
  expect(read('name.md')).toContain("\npeerscale report 'na|me `x` <b>.csv' --instrument peer-role --out name.md\n");
});

test('a file that is there is left alone; bad answers leave neither a file nor a half one', async () => {
  await report(...PEER_ROLE, '--out', 'there.html');
  const there = await report(...PEER_ROLE, '--out', 'there.html');
  expect([there.code, there.stderr]).toEqual([
    2,
    'peerscale: there.html: is there already and was left alone; --force replaces it\n',
  ]);
  const before = readdirSync(folder);
  const bad = await report('bad.csv', '--instrument', 'peer-role', '--out', 'bad.html');
  expect(bad.code).toBe(2);
  expect(bad.stderr).toMatch(/^peerscale: bad\.csv: line 62 \(row 61\), column "rc_tasks": "9" is not a code/);
  expect(readdirSync(folder)).toEqual(before);
});

describe('bad usage is one line and exit code 2', () => {
  test.each([
    [[], 'report: name the file to write: --out report.html, or --out report.md'],
    [['--out', 'x.html', '--format', 'pdf'], '--format: "pdf" is not one of html, markdown'],
    [['--out', 'x.html', '--language', 'de'], '--language: "de" is not one of en, cs'],
    [['--out', 'x.html', '--language', 'toString'], '--language: "toString" is not one of en, cs'],
    [['--out', 'x.html', '--minimum-group-size', '2'], '--minimum-group-size: "2" is not a whole number from 3 up'],
    [['--out', 'x.html', '--date', '2026-02-30'], '--date: "2026-02-30" is not a day such as 2026-11-30'],
    [['--out', 'x.html', '--date', '2026-11-30T08:00'], '--date: "2026-11-30T08:00" is not a day such as 2026-11-30'],
    [['--out', 'no/such/x.html'], 'no/such/x.html: there is no such folder to write into'],
    [['--out', 'role.csv', '--force'], 'role.csv: is the file the answers are read from'],
    [['--out', 'x.html', '--level', '95'], '--level: "95" is not between 0 and 1, such as 0.95'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await report(...PEER_ROLE, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', `peerscale: ${message}\n`]);
    expect(existsSync(join(folder, 'x.html'))).toBe(false);
  });
});
