import { expectRelative } from '@peerscale/test-utils';
import { expect, test } from 'vitest';
import { fallingRoot } from './falling-root.ts';

const root = (f: (x: number) => number, low: number, high: number): number =>
  fallingRoot(f, { at: low, value: f(low) }, { at: high, value: f(high) });

test('smooth, steep, flat and infinite at an end', () => {
  expectRelative(
    root((x) => 2 - x * x, 0, 100),
    Math.SQRT2,
    1e-13,
  );
  expectRelative(
    root((x) => Math.exp(-x) - 1e-6, 0, 1000),
    6 * Math.LN10,
    1e-7,
  );
  expectRelative(
    root((x) => (x < 5 ? 3 - x : -Infinity), -2, 50),
    3,
    1e-13,
  );
  expectRelative(
    root((x) => (x > -5 ? 3 - x : Infinity), -60, 50),
    3,
    1e-13,
  );
  expectRelative(
    root((x) => (7 - x) ** 3, 0, 100),
    7,
    1e-4,
  );
});

test('a root at an end', () => {
  expect(root((x) => -x, 0, 3)).toBe(0);
  expectRelative(
    root((x) => 3 - x, 0, 3),
    3,
    1e-14,
  );
});
