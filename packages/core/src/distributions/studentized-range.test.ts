import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studentTCdf, studentTQuantile } from './student-t.ts';
import { studentizedRangeCdf, studentizedRangeQuantile } from './studentized-range.ts';

interface Grid {
  rVersion: string;
  loose: { ptukey: number };
  studentizedRange: Record<'q' | 'means' | 'df' | 'upper', number[]>;
}
const fixture = loadFixture<Grid>('../../fixtures/distributions/noncentral-t-and-range.json', import.meta.url);
const { q, means, df: written, upper } = fixture.studentizedRange;
const df = written.map((value) => (value > 1e300 ? Infinity : value));

describe(`the defining integral by ${fixture.rVersion}`, () => {
  // ptukey itself is up to 1.3e-3 off on this grid, for few degrees of freedom
  test('upper tails', () => {
    upper.forEach((expected, i) => {
      expectRelative(studentizedRangeCdf(q[i]!, means[i]!, df[i]!, 'upper'), expected, 1e-11);
      expectRelative(studentizedRangeCdf(q[i]!, means[i]!, df[i]!), 1 - expected, 1e-10, 1e-13);
    });
    expect(fixture.loose.ptukey).toBeGreaterThan(1e-6);
  });

  test('quantiles lead back', () => {
    upper.forEach((p, i) => {
      if (i % 3 === 0 && p < 0.999) expectRelative(studentizedRangeQuantile(p, means[i]!, df[i]!), q[i]!, 1e-10);
    });
  });
});

describe('properties', () => {
  const degrees = fc.double({ min: 1, max: 300, noNaN: true });

  test('of two means it is the t distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 15, noNaN: true }), degrees, (at, k) => {
        expectRelative(
          studentizedRangeCdf(at, 2, k, 'upper'),
          2 * studentTCdf(at / Math.SQRT2, k, 'upper'),
          1e-10,
          1e-14,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('grows with the number of means', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        degrees,
        (at, k, of) => {
          expect(studentizedRangeCdf(at, k + 1, of, 'upper')).toBeGreaterThan(studentizedRangeCdf(at, k, of, 'upper'));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('degenerate', () => {
  test('ends and no variable', () => {
    expect(studentizedRangeCdf(0, 3, 10)).toBe(0);
    expect(studentizedRangeCdf(-1, 3, 10, 'upper')).toBe(1);
    expect(studentizedRangeCdf(Infinity, 3, 10)).toBe(1);
    expect(studentizedRangeCdf(1e150, 3, 10)).toBe(1);
    for (const [at, k, of] of [
      [NaN, 3, 10],
      [1, 1, 10],
      [1, NaN, 10],
      [1, 3, 0],
      [1, 3, NaN],
    ] as const) {
      expect(studentizedRangeCdf(at, k, of)).toBeNaN();
    }
    for (const [p, k, of] of [
      [0, 3, 10],
      [1, 3, 10],
      [NaN, 3, 10],
      [1e-13, 3, 10],
      [0.05, 1, 10],
      [0.05, 3, 0],
    ] as const) {
      expect(studentizedRangeQuantile(p, k, of)).toBeNaN();
    }
  });

  test('a small p of few degrees of freedom', () => {
    expectRelative(studentizedRangeQuantile(1e-12, 2, 10), Math.SQRT2 * studentTQuantile(5e-13, 10, 'upper'), 1e-8);
    expectRelative(studentizedRangeQuantile(0.001, 2, 1), Math.SQRT2 * studentTQuantile(5e-4, 1, 'upper'), 1e-9);
  });

  test('examples', () => {
    expect(studentizedRangeCdf(3.5, 3, 20, 'upper')).toBeCloseTo(0.0559, 4);
    expect(studentizedRangeQuantile(0.05, 3, 20)).toBeCloseTo(3.578, 3);
  });
});
