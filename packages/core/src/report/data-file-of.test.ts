import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { instruments, textPacksOf } from '@peerscale/instruments';
import { describe, expect, test } from 'vitest';
import { everyFeature } from '../../../../instruments/src/every-feature.ts';
import { csvFile, rScript, savFile, spssSyntax } from '../exports/index.ts';
import { adHocInstrument, type Instrument, responseScaleOf } from '../instrument/index.ts';
import { seededRandom } from '../random/index.ts';
import { type ResponseTable, tableOfColumns } from '../responses/index.ts';
import { dataFileOf } from './index.ts';

const instrument = adHocInstrument({ items: ['A-1', 'A-2'], reverse: ['A-2'], minimum: 1, maximum: 6 });

/** Answers of 60 people, seeded; every seventh one is missing, for each reason in turn. */
function simulated(one: Instrument): ResponseTable {
  const random = seededRandom(7);
  let asked = 0;
  const rows = 60;
  const table = tableOfColumns(
    rows,
    one.items.map(({ id, responseScale }) => {
      const { codes } = responseScaleOf(one, responseScale);
      const missing = Array.from({ length: rows }, () => (asked++ % 67 === 0 ? 1 + (asked % 5) : 0));
      return { item: id, codes: missing.map(() => codes[Math.floor(random() * codes.length)]!), missing };
    }),
  );
  return {
    ...table,
    wave: Array.from({ length: rows }, (_, row) => `${1 + (row % 3)}`),
    team: Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 'Žižkov' : '=A1')),
  };
}

test('places, items as answered, reasons as codes, scores', () => {
  const columns = [
    { item: 'A-1', codes: [5, 2, 0], missing: [0, 0, 3] },
    { item: 'A-2', codes: [3, 0, 6], missing: [0, 5, 0] },
  ];
  const { file, scales } = dataFileOf(instrument, {
    ...tableOfColumns(3, columns),
    group: ['staff', 'staff', 'peers'],
  });
  expect(file.variables.map(({ name, values }) => [name, values])).toEqual([
    ['group', ['staff', 'staff', 'peers']],
    ['A_1', [5, 2, -93]],
    ['A_2', [3, -95, 6]],
    ['scale', [4.5, null, null]],
  ]);
  expect(file.variables[1]!.missing).toEqual({ low: -99, high: -91 });
  expect(file.variables[1]!.valueLabels).toContainEqual({ code: -93, label: 'refused' });
  expect(scales).toEqual([
    {
      scale: 'Scale',
      items: [
        { name: 'A_1', mirror: null },
        { name: 'A_2', mirror: 7 },
      ],
      alpha: null,
      n: 1,
    },
  ]);
});

test('labels in Czech, wording and labels of options from the text pack', () => {
  const [own] = instruments.filter((one) => textPacksOf(one).some(({ locale }) => locale === 'cs'));
  const textPack = textPacksOf(own!).find(({ locale }) => locale === 'cs')!;
  const { file } = dataFileOf(own!, simulated(own!), { locale: 'cs', textPack });
  const [wave, , first] = file.variables;
  expect(wave!.label).toBe('Vlna');
  expect(first!.label).toBe(Object.values(textPack.items)[0]);
  expect(first!.valueLabels!.map(({ label }) => label)).toContain('vynecháno');
  expect(first!.valueLabels!.map(({ label }) => label)).toEqual(
    expect.arrayContaining(Object.values(Object.values(textPack.responseScales)[0]!.labels)),
  );
});

test('codes that stand for a missing answer cannot be codes of an item', () => {
  const low = adHocInstrument({ items: ['a', 'b'], minimum: -95, maximum: 2 });
  const table = tableOfColumns(1, [
    { item: 'a', codes: [1] },
    { item: 'b', codes: [1] },
  ]);
  expect(() => dataFileOf(low, table)).toThrow('Unexpected code of a: -95 stands for a missing answer.');
});

const run = (command: string, options: string[], cwd: string) =>
  // whatever this machine speaks
  spawnSync(command, options, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
const hasR = spawnSync('Rscript', ['--version']).status === 0;
const hasPspp = spawnSync('pspp', ['--version']).status === 0;

describe('every instrument becomes files that other programs read', () => {
  test.each([...instruments, everyFeature].map((one) => [one.id, one] as const))('%s', (_, one) => {
    const { file, scales } = dataFileOf(one, simulated(one));
    expect(() => savFile(file, { day: '2027-01-01' })).not.toThrow();
    expect(() => spssSyntax(file, 'a.csv')).not.toThrow();
    expect(() => rScript(file, { csv: 'a.csv', scales })).not.toThrow();
  });

  test.skipIf(!hasR || !hasPspp)('and R works out the same alphas, PSPP the same number of cases', () => {
    const folder = mkdtempSync(join(tmpdir(), 'peerscale-data-file-'));
    try {
      const some = [...instruments.slice(0, 4), everyFeature];
      const scripts = some.map((one) => {
        const { file, scales } = dataFileOf(one, simulated(one));
        writeFileSync(join(folder, `${one.id}.csv`), [...csvFile(file, { reasons: true })].join(''));
        writeFileSync(join(folder, `${one.id}.sav`), savFile(file, { day: '2027-01-01' }));
        writeFileSync(join(folder, `${one.id}.R`), rScript(file, { csv: `${one.id}.csv`, scales }));
        return { one, checks: scales.length };
      });
      writeFileSync(join(folder, 'all.R'), scripts.map(({ one }) => `source("${one.id}.R")\n`).join(''));
      const { status, stdout, stderr } = run('Rscript', ['all.R'], folder);
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const lines = stdout.split('\n').filter((line) => /alpha -?[\d.]+, n \d+$/.test(line));
      expect(lines.length).toBe(scripts.reduce((sum, { checks }) => sum + checks, 0));
      expect(lines.length).toBeGreaterThan(5);
      writeFileSync(
        join(folder, 'all.sps'),
        scripts.map(({ one }) => `GET FILE='${one.id}.sav'.\nSHOW N.\nCOMPUTE one=1.\nDESCRIPTIVES one.\n`).join(''),
      );
      const pspp = run('pspp', ['-O', 'format=csv', 'all.sps'], folder);
      expect(pspp.stdout).not.toMatch(/error|warning/i);
      expect(pspp.stdout.match(/^one,60,/gm)).toHaveLength(some.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
