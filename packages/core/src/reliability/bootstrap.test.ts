import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Moments, momentsOf, momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import {
  alphaBootstrapInterval,
  averageInterItemCorrelation,
  bcaInterval,
  bootstrapInterval,
  bootstrapReplicates,
  cronbachAlpha,
  jackknifeReplicates,
  percentileInterval,
} from './index.ts';

interface Fixture {
  r: string;
  boot: string;
  sets: { name: string; rows: number[][] }[];
  bootstrap: {
    set: string;
    replicates: number[];
    estimate: number;
    jackknife: number[];
    levels: { level: number; percentile: [number, number]; bca: [number, number] }[];
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/coefficients/coefficients.json', import.meta.url);
const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  (rows[0] ?? []).map((_, i) => Float64Array.from(rows, (row) => row[i]!));
const mean = ({ means }: Moments): number => means[0]!;

/** Answers of n respondents to k items that share one factor, from a seed. */
function answers(n: number, k: number, seed = 20261122): Float64Array[] {
  const random = seededRandom(seed);
  const person = Array.from({ length: n }, random);
  return Array.from({ length: k }, () => Float64Array.from(person, (x) => Math.floor(2.5 * (x + random()))));
}

describe.each(fixture.bootstrap)(`agrees with R ${fixture.r}, boot ${fixture.boot}: $set`, (given) => {
  const columns = columnsOf(fixture.sets.find(({ name }) => name === given.set)!.rows);
  const replicates = Float64Array.from(given.replicates);
  const jackknife = jackknifeReplicates(cronbachAlpha, columns);

  test('alpha without each respondent', () => {
    const { values, counts } = jackknife;
    const each = Array.from(values).flatMap((value, i) => new Array<number>(counts[i]!).fill(value));
    each.sort((a, b) => a - b);
    given.jackknife.toSorted((a, b) => a - b).forEach((value, i) => expectRelative(each[i]!, value, 1e-11));
  });

  test.each(given.levels)(
    'percentile and BCa ends at $level from the same replicates',
    ({ level, percentile, bca }) => {
      const found = percentileInterval(replicates, level);
      expectRelative(found.lower, percentile[0], 1e-11);
      expectRelative(found.upper, percentile[1], 1e-11);
      const moved = bcaInterval(replicates, given.estimate, jackknife, level);
      expectRelative(moved.lower, bca[0], 1e-10);
      expectRelative(moved.upper, bca[1], 1e-10);
    },
  );
});

describe('bootstrapReplicates', () => {
  test('the faster way to alpha gives the alphas of the moments, draw by draw', () => {
    for (const [n, k] of [
      [7, 2],
      [50, 5],
      [301, 8],
    ] as const) {
      const columns = answers(n, k).map((column) => column.map((x) => 0.1 * x));
      for (const method of ['bca', 'percentile'] as const) {
        const fast = alphaBootstrapInterval(columns, { draws: 200, method, seed: 5 });
        const slow = bootstrapInterval(cronbachAlpha, columns, { draws: 200, method, seed: 5 });
        expect(fast.usable).toBe(slow.usable);
        for (const name of ['lower', 'upper', 'estimate', 'standardError'] as const) {
          expectRelative(fast[name], slow[name], 1e-10);
        }
      }
    }
  });

  test('draws are resampled respondents: every replicate of a mean is the mean of n of them', () => {
    const x = Float64Array.of(1, 10, 100, 1000);
    const possible = new Set<number>();
    for (const a of x) for (const b of x) for (const c of x) for (const d of x) possible.add((a + b + c + d) / 4);
    const found = bootstrapReplicates(mean, [x], 5000, 1);
    for (const value of found) expect(possible.has(value)).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(30); // of 35
  });

  test('moments of a draw are moments: the variance of the mean is right to a few percent', () => {
    const [x] = answers(200, 1) as [Float64Array];
    const found = bootstrapReplicates(mean, [x], 4000, 2);
    const expected = momentsOfColumns([x]).comoments[0]! / 200 / 200;
    const centre = found.reduce((sum, value) => sum + value / 4000, 0);
    const variance = found.reduce((sum, value) => sum + (value - centre) ** 2 / 4000, 0);
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.1);
    const drawn = bootstrapReplicates(({ comoments }) => comoments[0]!, [x], 2000, 2);
    const ofDraws = drawn.reduce((sum, value) => sum + value / 2000, 0);
    expectRelative(ofDraws, momentsOfColumns([x]).comoments[0]! * (199 / 200), 0.02);
  });

  test('neither the order of respondents nor the type of the columns matters, the seed does', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 3 }), fc.nat({ max: 1000 }), (rows, seed) => {
        const random = seededRandom(seed);
        const shuffled = rows.map((row) => ({ row, key: random() })).sort((a, b) => a.key - b.key);
        const columns = columnsOf(rows).map((column) => Array.from(column));
        const first = bootstrapReplicates(averageInterItemCorrelation, columns, 20, seed);
        const again = bootstrapReplicates(
          averageInterItemCorrelation,
          columnsOf(shuffled.map(({ row }) => row)),
          20,
          seed,
        );
        expect(again).toEqual(first);
      }),
      { numRuns: 50 },
    );
    const columns = answers(40, 3);
    expect(bootstrapReplicates(cronbachAlpha, columns, 5, 1)).not.toEqual(
      bootstrapReplicates(cronbachAlpha, columns, 5, 2),
    );
  });

  test('co-moments of a draw keep the digits of a small spread around a large value', () => {
    const small = answers(30, 2);
    const covariance = ({ comoments }: Moments) => comoments[1]!;
    const plain = bootstrapReplicates(covariance, small, 50, 3);
    const shifted = bootstrapReplicates(
      covariance,
      small.map((column) => column.map((x) => x + 1e9)),
      50,
      3,
    );
    plain.forEach((value, i) => expectRelative(shifted[i]!, value, 1e-12, 1e-12));
  });
});

describe('jackknifeReplicates', () => {
  test('equals leaving out each respondent in turn', () => {
    const fingerprint = ({ n, means, comoments }: Moments) =>
      n + means.reduce((sum, x, i) => sum + x * (i + 2), 0) + comoments.reduce((sum, x, i) => sum + x * (i + 1), 0);
    fc.assert(
      fc.property(likertRows({ maximumRows: 12, points: 3 }), (rows) => {
        const { values, counts } = jackknifeReplicates(fingerprint, columnsOf(rows));
        const found = Array.from(values).flatMap((value, i) => new Array<number>(counts[i]!).fill(value));
        const expected = rows.map((_, left) => fingerprint(momentsOf(rows.filter((__, i) => i !== left))));
        found.sort((a, b) => a - b);
        expected.sort((a, b) => a - b);
        expect(found).toHaveLength(rows.length);
        found.forEach((value, i) => expectRelative(value, expected[i]!, 1e-11));
      }),
    );
  });

  test('one outlier takes no digits from the others', () => {
    const variance = ({ n, comoments }: Moments) => comoments[0]! / (n - 1);
    const { values } = jackknifeReplicates(variance, [[1, 2, 3, 1e9]]);
    expect(values.at(-1)).toBeCloseTo(1, 14);
  });

  test('the example of the docstring, and nobody', () => {
    expect([...jackknifeReplicates(mean, [[1, 2, 6]]).values]).toEqual([4, 3.5, 1.5]);
    expect(jackknifeReplicates(mean, [[]]).values).toHaveLength(0);
    expect(jackknifeReplicates(mean, []).values).toHaveLength(0);
    expect(jackknifeReplicates(mean, [[1, NaN]]).values).toHaveLength(0);
  });
});

describe('bootstrapInterval', () => {
  test('covers alpha about as often as it says', () => {
    let covered = 0;
    const [truth, runs] = [cronbachAlpha(momentsOfColumns(answers(200_000, 4, 99))), 300];
    for (let run = 0; run < runs; run++) {
      const { lower, upper } = alphaBootstrapInterval(answers(100, 4, run), { draws: 400, level: 0.9, seed: run });
      if (lower <= truth && truth <= upper) covered++;
    }
    // 90 percent of 300 within four standard errors, plus what BCa misses at n = 100
    expect(covered / runs).toBeGreaterThan(0.83);
    expect(covered / runs).toBeLessThan(0.97);
  });

  test('a wider level holds the narrower, and the ends are replicates away from the estimate', () => {
    const columns = answers(60, 4);
    const at = (level: number) => bootstrapInterval(cronbachAlpha, columns, { level, seed: 9 });
    expect(at(0.99).lower).toBeLessThan(at(0.9).lower);
    expect(at(0.99).upper).toBeGreaterThan(at(0.9).upper);
    expect(at(0.9).lower).toBeLessThan(at(0.9).estimate);
    expect(at(0.9).upper).toBeGreaterThan(at(0.9).estimate);
    expect(at(0.9)).toEqual(at(0.9));
  });

  test('the standard error is the standard deviation of the replicates, divisor one less', () => {
    const columns = answers(30, 3);
    const [replicates] = [bootstrapReplicates(cronbachAlpha, columns, 5, 4)];
    const { n, comoments } = momentsOfColumns([replicates]);
    const found = alphaBootstrapInterval(columns, { draws: 5, seed: 4 }).standardError;
    expectRelative(found, Math.sqrt(comoments[0]! / (n - 1)), 1e-10);
  });

  test('the examples of the docstrings', () => {
    const columns = [
      [1, 2, 3, 5],
      [2, 2, 4, 4],
    ];
    expect(alphaBootstrapInterval(columns, { seed: 20261121 }).usable).toBe(985);
    expect(bootstrapReplicates(cronbachAlpha, columns, 1000, 1)).toHaveLength(1000);
    const found = percentileInterval(Float64Array.from({ length: 999 }, (_, i) => i + 1));
    expect(found.lower).toBeCloseTo(25, 10);
    expect(found.upper).toBeCloseTo(975, 10);
  });
});

describe('where there is no figure', () => {
  const nothing = {
    nobody: [[], []],
    'no items': [],
    'one respondent': [[1], [2]],
    'a NaN': [
      [1, 2],
      [NaN, 1],
    ],
  };
  test.each(Object.entries(nothing))('%s: NaN', (_, columns) => {
    for (const method of ['bca', 'percentile'] as const) {
      for (const found of [
        bootstrapInterval(cronbachAlpha, columns, { method, draws: 20 }),
        alphaBootstrapInterval(columns, { method, draws: 20 }),
      ]) {
        expect(found).toEqual({ lower: NaN, upper: NaN, estimate: NaN, standardError: NaN, usable: 0, draws: 20 });
      }
    }
  });

  test('respondents who all answer alike, and items that are the same', () => {
    const alike = [new Float64Array(9).fill(0.1), new Float64Array(9).fill(0.7)];
    expect(alphaBootstrapInterval(alike)).toMatchObject({ estimate: NaN, usable: 0, lower: NaN });
    expect(bootstrapInterval(cronbachAlpha, alike)).toMatchObject({ estimate: NaN, usable: 0, lower: NaN });
    const [x] = answers(30, 1) as [Float64Array];
    const perfect = alphaBootstrapInterval([x, x], { method: 'percentile' });
    expect(perfect.lower).toBeCloseTo(1, 13);
    expect(perfect.upper).toBeCloseTo(1, 13);
    expect(alphaBootstrapInterval([x, x]).lower).toBeNaN(); // alpha is 1 without anybody: no acceleration
  });

  test('draws in which alpha does not exist are counted and left out', () => {
    const { usable, draws, lower } = alphaBootstrapInterval([
      [1, 1, 1, 4],
      [2, 2, 2, 4],
    ]);
    // a draw without the one who differs: (3/4)^4 of them, plus those of that one alone
    expect(Math.abs(usable / draws - (1 - 0.75 ** 4 - 0.25 ** 4))).toBeLessThan(0.05);
    expect(lower).toBeNaN(); // without that one there is no alpha: no jackknife
  });

  test('answers of 1e150 and of 1e-100', () => {
    const columns = answers(30, 3);
    const plain = alphaBootstrapInterval(columns);
    for (const unit of [1e150, 1e-100]) {
      const scaled = alphaBootstrapInterval(columns.map((column) => column.map((x) => x * unit)));
      expectRelative(scaled.lower, plain.lower, 1e-9);
      expectRelative(scaled.upper, plain.upper, 1e-9);
    }
  });

  test('no usable replicate, or all on one side of the estimate', () => {
    const jackknife = jackknifeReplicates(mean, [[1, 2, 6]]);
    expect(percentileInterval(Float64Array.of(NaN))).toEqual({ lower: NaN, upper: NaN });
    expect(bcaInterval(Float64Array.of(), 1, jackknife)).toEqual({ lower: NaN, upper: NaN });
    expect(bcaInterval(Float64Array.of(1, 2, 3), 0, jackknife)).toEqual({ lower: NaN, upper: NaN });
    expect(bcaInterval(Float64Array.of(1, 2, 3), NaN, jackknife)).toEqual({ lower: NaN, upper: NaN });
    expect(percentileInterval(Float64Array.of(1, 2, 3), 0.99)).toEqual({ lower: 1, upper: 3 });
  });

  test('programmer errors name the value', () => {
    const columns = answers(5, 2);
    expect(() => alphaBootstrapInterval(columns, { level: 1 })).toThrow('Unexpected level: 1.');
    expect(() => bootstrapInterval(cronbachAlpha, columns, { level: 0 })).toThrow('Unexpected level: 0.');
    expect(() => alphaBootstrapInterval(columns, { draws: 0 })).toThrow('Unexpected draws: 0.');
    expect(() => alphaBootstrapInterval(columns, { seed: 1.5 })).toThrow('Unexpected seed: 1.5.');
    expect(() => bootstrapReplicates(mean, [[1, 2], [1]], 5, 1)).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => percentileInterval(Float64Array.of(1), 2)).toThrow(RangeError);
    expect(() => bcaInterval(Float64Array.of(1), 1, jackknifeReplicates(mean, [[1]]), 2)).toThrow(RangeError);
  });
});
