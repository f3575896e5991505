import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noncentralTCdf, noncentralTNoncentrality } from './noncentral-t.ts';
import { studentTCdf } from './student-t.ts';

interface Grid {
  rVersion: string;
  loose: { lower: number; upper: number };
  noncentralT: Record<'x' | 'df' | 'ncp', number[]> & Record<'lower' | 'upper', (number | null)[]>;
  bounds: Record<'t' | 'df' | 'p' | 'ncp', number[]>;
}
const fixture = loadFixture<Grid>('../../fixtures/distributions/noncentral-t-and-range.json', import.meta.url);
const { x, df, ncp } = fixture.noncentralT;

describe(`the defining integral by ${fixture.rVersion}`, () => {
  // R's integrate() and ours are within 2e-12 of 30 digits on this grid; pt(ncp) is 2e-7 off where the tail is above 1e-6
  test.each(['lower', 'upper'] as const)('%s tails down to 1e-20', (tail) => {
    let compared = 0;
    fixture.noncentralT[tail].forEach((expected, i) => {
      if (expected === null) return;
      compared++;
      expectRelative(noncentralTCdf(x[i]!, df[i]!, ncp[i]!, tail), expected, 1e-11);
    });
    expect(compared).toBeGreaterThan(400);
    expect(fixture.loose[tail]).toBeGreaterThan(1e-9);
  });

  test('bounds of the noncentrality', () => {
    fixture.bounds.ncp.forEach((expected, i) => {
      const { t, df: degrees, p } = fixture.bounds;
      expectRelative(noncentralTNoncentrality(t[i]!, degrees[i]!, p[i]!), expected, 1e-10, 1e-10);
    });
  });
});

const point = fc.double({ min: -60, max: 60, noNaN: true });
const degrees = fc.double({ min: 1, max: 500, noNaN: true });

describe('properties', () => {
  test('tails add up to 1, turn with the sign, and fall with the noncentrality', () => {
    fc.assert(
      fc.property(point, degrees, point, fc.double({ min: 0, max: 3, noNaN: true }), (t, k, at, more) => {
        const lower = noncentralTCdf(t, k, at);
        expectRelative(lower + noncentralTCdf(t, k, at, 'upper'), 1, 1e-11);
        expectRelative(noncentralTCdf(-t, k, -at, 'upper'), lower, 1e-11, 1e-15);
        expect(noncentralTCdf(t, k, at + more)).toBeLessThanOrEqual(lower + 1e-12);
      }),
    );
  });

  test("without noncentrality it is Student's t", () => {
    fc.assert(
      fc.property(point, degrees, (t, k) => {
        expectRelative(noncentralTCdf(t, k, 0, 'upper'), studentTCdf(t, k, 'upper'), 1e-10, 1e-20);
      }),
    );
  });

  test('the bound has the probability that was asked for, and a far one shifts with t', () => {
    fc.assert(
      fc.property(point, degrees, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (t, k, p) => {
        expectRelative(noncentralTCdf(t, k, noncentralTNoncentrality(t, k, p)), p, 1e-10);
        expectRelative(noncentralTNoncentrality(-t, k, 1 - p), -noncentralTNoncentrality(t, k, p), 1e-9, 1e-9);
      }),
    );
  });
});

describe('degenerate', () => {
  test('ends and no variable', () => {
    expect(noncentralTCdf(Infinity, 5, 2)).toBe(1);
    expect(noncentralTCdf(-Infinity, 5, 2)).toBe(0);
    expect(noncentralTCdf(0, 5, 2)).toBe(noncentralTCdf(0, 1e9, 2));
    for (const [t, k, at] of [
      [NaN, 5, 1],
      [1, NaN, 1],
      [1, 0, 1],
      [1, -2, 1],
      [1, 5, NaN],
      [1, 5, Infinity],
    ] as const) {
      expect(noncentralTCdf(t, k, at)).toBeNaN();
    }
    for (const [t, k, p] of [
      [NaN, 5, 0.5],
      [Infinity, 5, 0.5],
      [1, 0, 0.5],
      [1, 5, 0],
      [1, 5, 1],
      [1, 5, NaN],
    ] as const) {
      expect(noncentralTNoncentrality(t, k, p)).toBeNaN();
    }
  });

  test('infinite degrees of freedom: the normal distribution, which large ones come near', () => {
    expectRelative(noncentralTNoncentrality(60, Infinity, 0.975), 60 - 1.959963984540054, 1e-12);
    expectRelative(noncentralTCdf(2, 1e12, 1), noncentralTCdf(2, Infinity, 1), 1e-11);
  });

  test('huge and tiny t: the noncentrality is t times a bound of the standard deviation', () => {
    const far = noncentralTNoncentrality(1e8, 5, 0.975);
    for (const t of [1e12, 1e100, 1e150]) expectRelative(noncentralTNoncentrality(t, 5, 0.975) / t, far / 1e8, 1e-8);
    expectRelative(noncentralTNoncentrality(1e-150, 5, 0.975), -1.959963984540054, 1e-10);
    expect(noncentralTCdf(2, 10, 1e150)).toBe(0);
    expect(noncentralTCdf(2, 10, -1e150)).toBe(1);
    expectRelative(noncentralTCdf(1.1e150, 10, 1e150), noncentralTCdf(1.1e10, 10, 1e10), 1e-9);
  });

  test('where the search starts at a probability of 0', () => {
    expectRelative(noncentralTNoncentrality(-37, 1, 0.025), -noncentralTNoncentrality(37, 1, 0.975), 1e-12);
    expectRelative(noncentralTCdf(-37, 1, noncentralTNoncentrality(-37, 1, 0.025)), 0.025, 1e-12);
  });

  test('examples', () => {
    expect(noncentralTCdf(2, 10, 1)).toBeCloseTo(0.8076, 4);
    expect(noncentralTNoncentrality(2, 10, 0.975)).toBeCloseTo(-0.1835, 4);
  });
});
