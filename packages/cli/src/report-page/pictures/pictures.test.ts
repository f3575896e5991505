import { describe, expect, test } from 'vitest';
import { text } from '../document/text.ts';
import { barPicture } from './bar-picture.ts';
import { gridPicture } from './grid-picture.ts';
import { histogramPicture } from './histogram-picture.ts';
import { sequentialColour } from './sequential-colour.ts';
import { ticks } from './ticks.ts';

describe('ticks', () => {
  test.each([
    [1, 5, 7, [1, 2, 3, 4, 5]],
    [0.5, 5.5, 8, [1, 2, 3, 4, 5]],
    [0, 305, 4, [0, 100, 200, 300]],
    [0, 1, 4, [0, 0.5, 1]],
    [-1.2, 1.2, 4, [-1, 0, 1]],
    [0, 1e150, 4, [0, 5e149, 1e150]],
    [3, 3, 4, []],
    [0, Infinity, 4, []],
    [NaN, 1, 4, []],
  ])('from %s to %s, at most %s steps', (from, to, most, expected) => {
    expect(ticks(from, to, most)).toEqual(expected);
  });
});

test('every colour of the sequence is darker than the one before, and its ink is readable on it', () => {
  const luminance = (hex: string) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  let before = Infinity;
  for (let i = 0; i <= 100; i++) {
    const { fill, ink } = sequentialColour(i / 100);
    const [light, dark] = [luminance(fill), luminance(ink)].sort((a, b) => b - a);
    expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect(luminance(fill)).toBeLessThan(before);
    before = luminance(fill);
  }
});

test('a histogram has a title, a description, and bars as high as their counts', () => {
  const table = { id: 't', caption: text`t`, columns: [], rows: [] };
  const bins = [10, 0, 20].map((count, i) => ({ from: i + 0.5, to: i + 1.5, count, name: String(i + 1) }));
  const picture = histogramPicture(
    {
      kind: 'histogram',
      caption: text`c`,
      description: 'Ten & twenty',
      bins,
      mean: { value: 2, name: 'mean 2' },
      axis: { score: 'Score', count: 'Respondents', number: String },
      table,
      tableName: 'table',
    },
    'Scores',
    'x',
  ).source;
  expect(picture).toContain('role="img" aria-labelledby="x-title" aria-describedby="x-description"');
  expect(picture).toContain('<title id="x-title">Scores</title>');
  expect(picture).toContain('<desc id="x-description">Ten &amp; twenty</desc>');
  const heights = [...picture.matchAll(/class="bar"[^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([95, 190]);
  const counts = [...picture.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => count);
  expect(counts).toEqual(['10', '20']);
  expect(picture).not.toMatch(/NaN|undefined|style=/);
});

test('parts of a bar follow each other, and labels stand only where they fit', () => {
  const parts = [0.5, 0.02, 0.48].map((share, i) => ({ share, label: String(i), shade: i / 2 }));
  const picture = barPicture(parts, '0: 5 (50%)', 'b').source;
  const places = [...picture.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [+x!, +width!]);
  expect(places).toEqual([
    [0, 50],
    [50, 2],
    [52, 48],
  ]);
  expect([...picture.matchAll(/<text [^>]*>(\d)</g)].map(([, label]) => label)).toEqual(['0', '2']);
  expect(picture).toContain('<title id="b">0: 5 (50%)</title>');
});

describe('a grid of two scores', () => {
  const table = { id: 't', caption: text`t`, columns: [], rows: [] };
  const picture = (band: number | null, edges = [1, 2, 3, 4, 5]) =>
    gridPicture(
      {
        kind: 'grid',
        caption: text`c`,
        description: 'Few & many',
        edges,
        squares: [
          { column: 0, row: 0, label: '5', shade: 0.1 },
          { column: 1, row: 3, label: '20', shade: 1 },
        ],
        band,
        axis: { across: 'Before', upwards: 'After', ticks: [{ at: 1, label: '1' }] },
        key: { diagonal: 'd', band: 'b', blank: 'n', shades: [] },
        table,
        tableName: 'table',
      },
      'Squares',
      'g',
    ).source;
  const lines = (source: string, kind: string) =>
    [
      ...source.matchAll(
        new RegExp(`class="${kind}" x1="([\\d.]+)%" y1="([\\d.]+)%" x2="([\\d.]+)%" y2="([\\d.]+)%"`, 'g'),
      ),
    ].map((match) => match.slice(1).map(Number));

  test('squares stand at their scores: across the first, upwards the second', () => {
    const source = picture(null);
    const squares = [
      ...source.matchAll(/class="square" x="([\d.]+)%" y="([\d.]+)%" width="([\d.]+)%" height="([\d.]+)%"/g),
    ];
    const quarter = [87 / 4, 82 / 4];
    expect(squares.map((match) => match.slice(1).map(Number))).toEqual([
      [11, 88 - quarter[1]!, ...quarter],
      [11 + quarter[0]!, 6, ...quarter],
    ]);
    expect(source).toContain('<desc id="g-description">Few &amp; many</desc>');
    expect(source).not.toMatch(/NaN|undefined|style=/);
  });

  test('the diagonal from corner to corner, the band beside it within the plot', () => {
    expect(lines(picture(1), 'diagonal')).toEqual([[11, 88, 98, 6]]);
    // one point up: from (1, 2) to (4, 5); one down: from (2, 1) to (5, 4)
    expect(lines(picture(1), 'band')).toEqual([
      [11, 67.5, 76.25, 6],
      [32.75, 88, 98, 26.5],
    ]);
    expect(lines(picture(null), 'band')).toEqual([]);
    expect(lines(picture(4), 'band')).toEqual([]);
  });
});
