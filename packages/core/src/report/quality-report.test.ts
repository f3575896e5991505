import { describe, expect, test } from 'vitest';
import { adHocInstrument } from '../instrument/index.ts';
import { tableOfColumns } from '../responses/index.ts';
import { answerQualityOf } from './answer-quality-of.ts';
import { qualityReport } from './quality-report.ts';

const items = Array.from({ length: 12 }, (_, i) => `A${i + 1}`);
const instrument = adHocInstrument({ items, reverse: ['A2'], minimum: 1, maximum: 5 });
const reportOf = (rows: readonly (readonly (number | null)[])[], options = {}) => {
  const table = tableOfColumns(
    rows.length,
    items.map((item, i) => ({ item, codes: rows.map((row) => row[i]!) })),
  );
  return qualityReport(
    { file: 'answers', rows: rows.length },
    instrument,
    table,
    answerQualityOf(instrument, table),
    options,
  );
};
const careful = Array.from({ length: 40 }, (_, i) => items.map((__, j) => 1 + ((i * 3 + j * (1 + (i % 4))) % 5)));
const straight = items.map(() => 3);

test('a straight line is flagged by its run and its spread, and left out of "without"', () => {
  const report = reportOf([...careful, straight]);
  const flagged = Object.fromEntries(report.measures.map(({ index, persons }) => [index, persons]));
  expect(flagged).toMatchObject({ 'longest-run': 1, 'intra-individual-variability': 1 });
  expect([report.flagged, report.scales[0]!.all.mean.n, report.scales[0]!.without.mean.n]).toEqual([1, 41, 40]);
  expect(reportOf([...careful, straight], { least: 3 }).flagged).toBe(0);
});

describe('degenerate answers', () => {
  test.each<[string, (number | null)[][]]>([
    ['nobody', []],
    ['one', [straight]],
    ['all alike', careful.map(() => straight)],
    ['all missing', careful.map(() => items.map(() => null))],
    ['one answer each', careful.map((row) => row.map((code, i) => (i === 0 ? code : null)))],
  ])('%s: no NaN, and a note', (_, rows) => {
    const report = reportOf(rows);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.issues.length).toBeGreaterThan(0);
  });
});

test('options out of range are refused', () => {
  expect(() => reportOf(careful, { least: 0 })).toThrow('Unexpected number of flags: 0.');
  expect(() => reportOf(careful, { level: 1 })).toThrow('Unexpected level: 1.');
});
