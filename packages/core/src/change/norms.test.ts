import { expect, test } from 'vitest';
import { compareWithNorm } from './norms.ts';

const group = { n: 20, mean: 3.1, sd: 0.8 };

test('a norm comes with its source, which is carried along', () => {
  const norm = { mean: 2.8, sd: 0.9, n: 500, source: 'made up (2026), nurses' };
  expect(compareWithNorm(group, norm).source).toBe(norm.source);
  for (const source of ['', ' \t']) {
    expect(() => compareWithNorm(group, { ...norm, source })).toThrow('Unexpected source of the norm');
  }
});
