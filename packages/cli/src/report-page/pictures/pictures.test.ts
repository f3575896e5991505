import { describe, expect, test } from 'vitest';
import { text } from '../document/text.ts';
import { barPicture } from './bar-picture.ts';
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
