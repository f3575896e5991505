import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument, type Instrument } from '../instrument/index.ts';
import { momentsOf, packedIndex } from '../moments/index.ts';
import {
  alphaBootstrapInterval,
  bonettInterval,
  bootstrapInterval,
  guttmanLambdas,
  kr21,
  omegaTotal,
  splitHalf,
} from '../reliability/index.ts';
import { tableOfColumns } from '../responses/index.ts';
import { scoreResponses } from '../scoring/index.ts';
import { methodReferences, type ReliabilityReportOptions, reliabilityReport } from './index.ts';

type Rows = readonly (readonly (number | null)[])[];

function instrumentOf(k: number, minimum = 1, maximum = 5, reverse: string[] = []): Instrument {
  return adHocInstrument({ items: Array.from({ length: k }, (_, i) => `i${i + 1}`), reverse, minimum, maximum });
}
function reportOf(rows: Rows, instrument: Instrument, options: ReliabilityReportOptions = {}) {
  const table = tableOfColumns(
    rows.length,
    instrument.items.map(({ id }, i) => ({ item: id, codes: rows.map((row) => row[i] ?? null) })),
  );
  return reliabilityReport({ file: 'x', rows: rows.length }, instrument, table, options).scales[0]!;
}
const codesOf = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);
const coefficientOf = (scale: ReturnType<typeof reportOf>, id: string) =>
  scale.coefficients.find((coefficient) => coefficient.id === id)!.value;

/** The fewest rows that have both of two items, `dropped` not being one of them. */
function fewestWithout(rows: Rows, dropped: number): number {
  const items = rows[0]!.map((_, i) => i).filter((i) => i !== dropped);
  const both = (i: number, j: number) => rows.filter((row) => row[i] !== null && row[j] !== null).length;
  return Math.min(...items.flatMap((i) => items.map((j) => both(i, j))));
}

interface PairwiseFixture {
  sets: {
    name: string;
    rows: (number | null)[][];
    complete: number;
    smallestPair: number;
    listwise: { raw: number };
    total: Record<
      'raw' | 'standardized' | 'lambda6' | 'averageR' | 'signalToNoise' | 'standardError' | 'medianR',
      number
    >;
    items: Record<'n' | 'mean' | 'sd' | 'stdR' | 'rCor' | 'rDrop', number[]>;
    ifDropped: Record<
      'alpha' | 'standardized' | 'lambda6' | 'averageR' | 'signalToNoise' | 'varianceR' | 'medianR' | 'standardError',
      (number | null)[]
    >;
  }[];
}
const pairwise = loadFixture<PairwiseFixture>('../../fixtures/reliability/pairwise.json', import.meta.url).sets;

describe('pairwise', () => {
  test.each(pairwise.map((set) => [set.name, set] as const))('agrees with R psych::alpha: %s', (_, set) => {
    const { rows, total, items, ifDropped } = set;
    const k = rows[0]!.length;
    const scale = reportOf(rows, instrumentOf(k, 1, 7), { missing: 'pairwise', interval: 'duhachek-iacobucci' });
    expect(scale).toMatchObject({ missing: 'pairwise', n: set.complete, nDropped: rows.length - set.complete });
    expect(scale.pairs!.smallest).toBe(set.smallestPair);
    expectRelative(scale.alpha.value!, total.raw, 1e-10);
    for (const figure of ['standardized', 'averageR', 'signalToNoise', 'medianR'] as const) {
      expectRelative(scale.alpha[figure]!, total[figure], 1e-10);
    }
    const fits = !codesOf(scale.issues).includes('singular-correlations');
    expect(fits).toBe(set !== pairwise[2]);
    if (fits) expectRelative(scale.alpha.lambda6!, total.lambda6, 1e-10);
    else expect(scale.alpha.lambda6).toBeNull();
    scale.itemStatistics.forEach((item, i) => {
      expect(item.n).toBe(items.n[i]);
      for (const figure of ['mean', 'sd', 'stdR', 'rDrop'] as const)
        expectRelative(item[figure]!, items[figure][i]!, 1e-10);
      if (fits) expectRelative(item.rCor!, items.rCor[i]!, 1e-10);
      for (const [figure, values] of Object.entries(ifDropped) as [keyof typeof ifDropped, (number | null)[]][]) {
        // psych counts all rows in the standard error, Peerscale the fewest behind a pair of the items that are left
        const counted = figure === 'standardError' ? Math.sqrt(rows.length / fewestWithout(rows, i)) : 1;
        const own = item.ifDropped[figure];
        // lambda 6 is missing where the correlations do not fit together, the variance of r where there is one r
        if (own === null) expect(figure === 'lambda6' || values[i] === null).toBe(true);
        else expectRelative(own, values[i]! * counted, 1e-10);
      }
    });
    const { lower, upper, n } = scale.alpha.interval;
    expect(n).toBe(set.smallestPair);
    const standardError = (upper! - lower!) / 2 / 1.959963984540054;
    expectRelative(standardError, total.standardError * Math.sqrt(rows.length / set.smallestPair), 1e-10);
  });

  test('listwise of the same answers is the alpha of the complete rows', () => {
    for (const set of pairwise) {
      const scale = reportOf(set.rows, instrumentOf(set.rows[0]!.length, 1, 7));
      if (scale.alpha.value !== null) expectRelative(scale.alpha.value, set.listwise.raw, 1e-10);
      expect(scale.pairs).toBeUndefined();
    }
  });

  test('a reversed item is turned round first, under every rule', () => {
    const { rows } = pairwise[0]!;
    const turned = rows.map((row) => row.map((code, i) => (i === 2 && code !== null ? 6 - code : code)));
    for (const missing of ['listwise', 'pairwise', 'em'] as const) {
      const plain = reportOf(rows, instrumentOf(8), { missing });
      const keyed = reportOf(turned, instrumentOf(8, 1, 5, ['i3']), { missing });
      expectRelative(keyed.alpha.value!, plain.alpha.value!, 1e-9);
      expectRelative(keyed.itemStatistics[2]!.mean!, plain.itemStatistics[2]!.mean!, 1e-9);
      expect(keyed.itemStatistics.map(({ reversed }) => reversed).indexOf(true)).toBe(2);
    }
  });

  test('two items that nobody answered both: an issue names them', () => {
    const rows = [
      [1, null, 2],
      [3, null, 4],
      [null, 2, 5],
      [null, 4, 1],
    ];
    for (const missing of ['pairwise', 'em'] as const) {
      const { alpha, issues } = reportOf(rows, instrumentOf(3), { missing });
      expect(alpha).toMatchObject({ value: null, interval: { lower: null, upper: null } });
      expect(codesOf(issues)).toEqual(['too-few-respondents']);
      expect(issues[0]!.message).toContain('nobody answered both i1 and i2');
    }
  });

  test('an item that nobody answered is no constant item', () => {
    const rows = [
      [1, null, 2],
      [3, null, 4],
    ];
    for (const missing of ['pairwise', 'em'] as const) {
      const { issues, itemStatistics } = reportOf(rows, instrumentOf(3), { missing });
      expect(codesOf(issues)).toEqual(['too-few-respondents']);
      expect(issues[0]!.message).toContain('nobody answered i2');
      expect(itemStatistics[1]).toMatchObject({ n: 0, mean: null, sd: null });
    }
  });
});

describe('maximum likelihood', () => {
  interface Holes {
    holes: { rows: (number | null)[][]; ml: { means: number[]; covariances: number[] } }[];
  }
  const [{ rows, ml }] = loadFixture<Holes>('../../fixtures/moments/moments.json', import.meta.url).holes as [
    Holes['holes'][0],
  ];

  test('agrees with the moments of R lavaan, missing = "ml"', () => {
    const k = ml.means.length;
    const scale = reportOf(rows, instrumentOf(k), { missing: 'em' });
    let trace = 0;
    let total = 0;
    for (let i = 0; i < k; i++) {
      trace += ml.covariances[packedIndex(i, i)]!;
      for (let j = 0; j < k; j++) total += ml.covariances[packedIndex(i, j)]!;
    }
    expectRelative(scale.alpha.value!, (k / (k - 1)) * (1 - trace / total), 1e-6);
    scale.itemStatistics.forEach((item, i) => {
      expectRelative(item.mean!, ml.means[i]!, 1e-6);
      // sd has divisor n - 1, as everywhere
      expectRelative(item.sd!, Math.sqrt((ml.covariances[packedIndex(i, i)]! * 200) / 199), 1e-6);
    });
    expect(scale.n + scale.nDropped).toBe(200);
  });

  test('without holes all three rules give the same', () => {
    const { rows: complete } = loadFixture<{ sets: { rows: number[][] }[] }>(
      '../../fixtures/reliability/reliability.json',
      import.meta.url,
    ).sets[0]!;
    const [listwise, pairs, em] = (['listwise', 'pairwise', 'em'] as const).map((missing) =>
      reportOf(complete, instrumentOf(8), { missing, all: true }),
    );
    for (const other of [pairs!, em!]) {
      expectRelative(other.alpha.value!, listwise!.alpha.value!, 1e-10);
      expect(other.alpha.interval.lower).toBeCloseTo(listwise!.alpha.interval.lower!, 10);
      other.itemStatistics.forEach((item, i) => expectRelative(item.sd!, listwise!.itemStatistics[i]!.sd!, 1e-10));
      other.coefficients.forEach(({ value, id }, i) => {
        expect(id).toBe(listwise!.coefficients[i]!.id);
        expectRelative(value!, listwise!.coefficients[i]!.value!, 1e-6);
      });
    }
  });

  test('a likelihood that was not maximised is said', () => {
    const thin = [
      [1, null, 2, 5],
      [2, 3, null, 1],
      [null, 1, 4, 2],
      [4, 5, null, null],
      [5, null, 1, 3],
      [null, 2, 5, null],
    ];
    const scale = reportOf(thin, instrumentOf(4), { missing: 'em' });
    expect(codesOf(scale.issues)).toContain('no-convergence');
  });
});

const { rows: likert } = loadFixture<{ sets: { rows: number[][] }[] }>(
  '../../fixtures/reliability/reliability.json',
  import.meta.url,
).sets[1]!;
const seven = instrumentOf(3, 1, 7);
const columns = [0, 1, 2].map((i) => likert.map((row) => row[i]!));

describe('intervals', () => {
  test('each method is the kernel of its name', () => {
    const of = (options: ReliabilityReportOptions) => reportOf(likert, seven, options).alpha;
    const { value, interval } = of({ interval: 'bonett', level: 0.9 });
    expect(interval).toEqual({ method: 'bonett', level: 0.9, ...bonettInterval(value!, 30, 3, { level: 0.9 }) });
    for (const method of ['percentile', 'bca'] as const) {
      const drawn = of({ interval: `bootstrap-${method}`, seed: 7, draws: 300 }).interval;
      const { lower, upper, usable } = alphaBootstrapInterval(columns, { seed: 7, draws: 300, method });
      const bootstrap = { draws: 300, usable, seed: 7 };
      expect(drawn).toEqual({ method: `bootstrap-${method}`, level: 0.95, lower, upper, bootstrap });
    }
  });

  test('omega has an interval where one is drawn, and only there', () => {
    const omega = (interval: 'feldt' | 'bootstrap-percentile') =>
      reportOf(likert, seven, { interval, seed: 7, draws: 100 }).coefficients[0]!;
    expect(omega('feldt')).toMatchObject({ id: 'omega-ml', interval: null });
    const { lower, upper } = bootstrapInterval(omegaTotal, columns, { seed: 7, draws: 100, method: 'percentile' });
    expect(omega('bootstrap-percentile').interval).toMatchObject({ lower, upper });
  });

  test('in a large sample BCa is for alpha alone, and omega says so', () => {
    const many = Array.from({ length: 5001 }, (_, i) => [1 + (i % 7), 1 + ((i + (i >> 3)) % 7), 1 + ((i * 3) % 5)]);
    const { alpha, coefficients } = reportOf(many, seven, { interval: 'bootstrap-bca', draws: 10 });
    expect(alpha.interval.method).toBe('bootstrap-bca');
    expect(coefficients[0]!.interval!.method).toBe('bootstrap-percentile');
    const fewer = reportOf(many.slice(1), seven, { interval: 'bootstrap-bca', draws: 10 });
    expect(fewer.coefficients[0]!.interval!.method).toBe('bootstrap-bca');
  });

  test('without an alpha nothing is drawn', () => {
    const rows = likert.map(([a, , c]) => [a!, 3, c!]);
    const { alpha, coefficients } = reportOf(rows, seven, { interval: 'bootstrap-bca' });
    expect(alpha.interval).toMatchObject({ lower: null, upper: null, bootstrap: { draws: 1000, usable: 0, seed: 1 } });
    expect(coefficients[0]).toMatchObject({ value: null, interval: { lower: null, upper: null } });
  });

  test.each<[string, ReliabilityReportOptions]>([
    ['Unexpected interval: normal.', { interval: 'normal' as never }],
    ['Unexpected level: 1.', { level: 1 }],
    ['Unexpected level: NaN.', { level: NaN }],
    ['Unexpected draws: 0.', { draws: 0 }],
    ['Unexpected draws: 1.5.', { draws: 1.5 }],
    ['Unexpected seed: -1.', { seed: -1 }],
    ['Unexpected seed: 4294967296.', { seed: 2 ** 32 }],
    ['draws complete respondents, missing is em', { missing: 'em', interval: 'bootstrap-bca' }],
  ])('%s', (message, options) => {
    expect(() => reportOf(likert, seven, options)).toThrow(message);
  });
});

describe('coefficients', () => {
  const moments = momentsOf(likert);

  test('omega and the standard error of measurement, or with `all` every one', () => {
    const short = reportOf(likert, seven);
    expect(short.coefficients.map(({ id }) => id)).toEqual(['omega-ml', 'standard-error-of-measurement']);
    expectRelative(short.coefficients[0]!.value!, omegaTotal(moments), 1e-9);
    const all = reportOf(likert, seven, { all: true });
    expect(new Set(all.coefficients.map(({ id }) => id)).size).toBe(20);
    const references: Record<string, unknown> = methodReferences;
    for (const { id, name, method, reference, n, value } of all.coefficients) {
      expect(
        [name, method].every((words) => words.length > 0),
        id,
      ).toBe(true);
      expect(references[reference], reference).toBeDefined();
      expect([n, typeof value]).toEqual([30, 'number']);
    }
    const { lambda2, lambda6 } = guttmanLambdas(moments);
    expectRelative(coefficientOf(all, 'guttman-lambda-2')!, lambda2, 1e-10);
    expectRelative(coefficientOf(all, 'guttman-lambda-6')!, lambda6, 1e-10);
    expectRelative(coefficientOf(all, 'guttman-lambda-3')!, all.alpha.value!, 1e-10);
    expectRelative(coefficientOf(all, 'ten-berge-mu-0')!, all.alpha.value!, 1e-10);
    expect(coefficientOf(all, 'guttman-lambda-4')).toBe(coefficientOf(all, 'split-half-maximum'));
    expectRelative(coefficientOf(all, 'split-half-odd-even')!, splitHalf(moments, [0, 2]).horst, 1e-10);
    expectRelative(coefficientOf(all, 'omega-minres')!, omegaTotal(moments, { method: 'minres' }), 1e-9);
  });

  test('Kuder and Richardson are there for items of two codes alone, whatever these are', () => {
    const zeroOne = Array.from({ length: 30 }, (_, i) => [
      Number(i > 9),
      Number(i % 7 > 2),
      Number(i > 20),
      Number(i % 3 > 0 && i > 4),
    ]);
    const expected = kr21(momentsOf(zeroOne));
    const small = reportOf(zeroOne, instrumentOf(4, 0, 1), { all: true });
    const other = reportOf(
      zeroOne.map((row) => row.map((x) => x + 1)),
      instrumentOf(4, 1, 2, ['i1', 'i2', 'i3', 'i4']),
      { all: true },
    );
    for (const scale of [small, other]) expectRelative(coefficientOf(scale, 'kr-20')!, scale.alpha.value!, 1e-12);
    expectRelative(coefficientOf(small, 'kr-21')!, expected, 1e-12);
    expectRelative(coefficientOf(other, 'kr-21')!, expected, 1e-12); // turned round it is the same
    expect(reportOf(likert, seven, { all: true }).coefficients.some(({ id }) => id.startsWith('kr-'))).toBe(false);
  });

  test('Kuder and Richardson: items of two codes may have different ones', () => {
    const base = instrumentOf(3, 0, 1);
    const [responseScale] = base.responseScales;
    const wide = { ...responseScale!, id: 'wide', codes: [2, 5] };
    const items = base.items.map((item, i) => (i === 1 ? { ...item, responseScale: 'wide' } : item));
    const mixed = { ...base, items, responseScales: [responseScale!, wide] };
    const zeroOne = Array.from({ length: 24 }, (_, i) => [
      Number(i > 9),
      Number(i % 7 > 2),
      Number(i > 17 || i % 5 === 0),
    ]);
    const scale = reportOf(
      zeroOne.map(([a, b, c]) => [a!, 2 + 3 * b!, c!]),
      mixed,
      { all: true },
    );
    expectRelative(coefficientOf(scale, 'kr-21')!, kr21(momentsOf(zeroOne)), 1e-12);
    expectRelative(coefficientOf(scale, 'kr-20')!, reportOf(zeroOne, base).alpha.value!, 1e-12);
  });

  test('a score at an end of its range counts as floor or ceiling, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (weights) => {
          const [scale] = seven.scales;
          const byItem = Object.fromEntries(weights.map((weight, i) => [`i${i + 1}`, weight]));
          for (const changes of [{ method: 'mean' }, { method: 'sum' }, { transform: 'percent-of-maximum' }] as const) {
            const weighted = { ...seven, scales: [{ ...scale!, ...changes, weights: byItem }] };
            const rows = [
              [1, 1, 1],
              [7, 7, 7],
              [7, 7, 7],
              [1, 7, 3],
            ];
            expect(reportOf(rows, weighted, { all: true }).details!.score).toMatchObject({ floor: 0.25, ceiling: 0.5 });
          }
        },
      ),
    );
  });

  test('the standard error is in the units of the score', () => {
    const error = (changes: object) => {
      const [scale] = seven.scales;
      return reportOf(likert, { ...seven, scales: [{ ...scale!, ...changes }] }, { all: true });
    };
    const mean = error({});
    const value = coefficientOf(mean, 'standard-error-of-measurement')!;
    expectRelative(value, mean.details!.score.sd! * Math.sqrt(1 - mean.alpha.value!), 1e-12);
    expectRelative(coefficientOf(mean, 'smallest-detectable-change')!, 1.959963984540054 * Math.SQRT2 * value, 1e-12);
    for (const changes of [
      { method: 'sum' },
      { transform: 'percent-of-maximum' },
      { weights: { i1: 2, i2: 2, i3: 2 } },
    ]) {
      const scale = error(changes);
      expectRelative(
        coefficientOf(scale, 'standard-error-of-measurement')!,
        scale.details!.score.sd! * Math.sqrt(1 - scale.alpha.value!),
        1e-12,
      );
    }
    for (const changes of [{ weights: { i1: 2 } }, { method: 'count', countFrom: 4 }]) {
      const scale = error(changes);
      expect(coefficientOf(scale, 'standard-error-of-measurement')).toBeNull();
      expect(scale.coefficients.at(-1)!.method).toContain('no plain sum');
    }
  });

  test('a scale of parts has one where all items weigh the same', () => {
    const six = instrumentOf(4, 1, 7);
    const [scale] = six.scales;
    const part = (id: string, items: string[], method: 'mean' | 'sum') => ({ ...scale!, id, items, method });
    const rows = likert.map(([a, b, c]) => [a!, b!, c!, 1 + ((a! * b! + c!) % 7)]);
    const of = (first: string[], second: string[], method: 'mean' | 'sum') => {
      const whole = { ...scale!, id: 'whole', parts: ['a', 'b'], items: [...first, ...second] };
      const scales = [whole, part('a', first, method), part('b', second, method)];
      return reportOf(rows, { ...six, scales }, { all: true, scales: ['whole'] });
    };
    const even = of(['i1', 'i2'], ['i3', 'i4'], 'mean');
    const error = even.details!.score.sd! * Math.sqrt(1 - even.alpha.value!);
    expectRelative(coefficientOf(even, 'standard-error-of-measurement')!, error, 1e-12);
    expect(coefficientOf(of(['i1'], ['i2', 'i3', 'i4'], 'mean'), 'standard-error-of-measurement')).toBeNull();
    expect(coefficientOf(of(['i1'], ['i2', 'i3', 'i4'], 'sum'), 'standard-error-of-measurement')).not.toBeNull();
  });
});

describe('details', () => {
  test('scores, answers and correlations', () => {
    const rows = [
      [1, 5, 2],
      [2, 4, 2],
      [5, 1, 5],
      [4, 2, null],
      [5, 1, 5],
    ];
    const instrument = instrumentOf(3, 1, 5, ['i2']);
    const { details } = reportOf(rows, instrument, { all: true });
    const table = tableOfColumns(
      5,
      instrument.items.map(({ id }, i) => ({ item: id, codes: rows.map((row) => row[i]!) })),
    );
    const scores = scoreResponses(instrument, table)[0]!.values.filter(Number.isFinite);
    const mean = scores.reduce((a, b) => a + b) / scores.length;
    expect(details!.score).toMatchObject({ n: 4, minimum: 4 / 3, maximum: 5, possible: { minimum: 1, maximum: 5 } });
    expectRelative(details!.score.mean!, mean, 1e-14);
    expect(details!.score).toMatchObject({ floor: 0, ceiling: 0.5 });
    expect(details!.score.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    const [first, second, third] = details!.items;
    expect(first).toMatchObject({
      item: 'i1',
      number: 1,
      n: 5,
      missing: 0,
      missingShare: 0,
      floor: 0.2,
      ceiling: 0.4,
      mean: 3.4,
    });
    expect(first!.categories.map(({ count }) => count)).toEqual([1, 1, 0, 1, 2]);
    // as they were given, not keyed
    expect(second).toMatchObject({ reversed: true, mean: 2.6 });
    expect(third).toMatchObject({ n: 4, missing: 1, missingShare: 0.2 });
    expect(third!.missingByReason!.find(({ reason }) => reason === 'skipped')!.count).toBe(1);
    expect(details!.correlations.map((row, i) => row[i])).toEqual([1, 1, 1]);
    expect(details!.correlations[0]![1]).toBeCloseTo(1, 12);
    // the upper 27 percent are at 5 throughout, the lower ones around the lowest: over a range of 4
    expect(first!.discrimination).toMatchObject({ upper: 5, value: (5 - first!.discrimination.lower!) / 4 });
  });

  test('nobody: no figure, and every bin and code is there', () => {
    const { details, itemStatistics } = reportOf([], instrumentOf(2), { all: true });
    expect(itemStatistics[0]).toMatchObject({ n: 0, mean: null, sd: null });
    expect(details!.score).toMatchObject({ n: 0, mean: null, sd: null, floor: null, skewness: { type1: null } });
    expect(details!.items[0]).toMatchObject({ n: 0, missing: 0, missingShare: null, discrimination: { value: null } });
    expect(details!.items[0]!.categories.map(({ count, share }) => [count, share])).toEqual(Array(5).fill([0, null]));
    expect(details!.correlations).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('cautions', () => {
  const spread = (n: number, k: number) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: k }, (_, j) => 1 + ((i * (j + 2) + (i >> 1)) % 5)));

  test('an item without which alpha is higher by more than 0.01 is named with both', () => {
    const rows = Array.from({ length: 25 }, (_, i) => {
      const own = 1 + (i % 5);
      return [own, own, i % 7 === 0 ? 6 - own : own, 1 + ((i + 2 * (i >> 2)) % 5)];
    });
    const scale = reportOf(rows, instrumentOf(4));
    const issue = scale.issues.find(({ code }) => code === 'alpha-rises-when-dropped')!;
    expect(issue.item).toBe('i4');
    expect(issue.message).toContain(scale.alpha.value!.toFixed(2));
    expect(issue.message).toContain(scale.itemStatistics[3]!.ifDropped.alpha!.toFixed(2));
    for (const { item, ifDropped, rDrop } of scale.itemStatistics) {
      const isNamed = scale.issues.some((other) => other.item === item && other.code === 'alpha-rises-when-dropped');
      expect(isNamed).toBe(ifDropped.alpha! - scale.alpha.value! > 0.01 && rDrop! >= 0);
    }
  });

  test('an item against its scale is named for its key alone', () => {
    const rows = spread(30, 3).map(([a]) => [a!, a!, 6 - a!]);
    const codes = codesOf(
      reportOf(
        rows.map(([a, b, c], i) => [a!, i % 9 === 0 ? 3 : b!, c!]),
        instrumentOf(3),
      ).issues,
    );
    expect(codes).toContain('negative-item-rest');
    expect(codes).not.toContain('alpha-rises-when-dropped');
  });

  test('two items, and fewer than five respondents an item', () => {
    expect(codesOf(reportOf(spread(10, 2), instrumentOf(2)).issues)).toContain('few-items');
    expect(codesOf(reportOf(spread(30, 3), instrumentOf(3)).issues)).not.toContain('few-items');
    const few = (n: number) =>
      codesOf(reportOf(spread(n, 3), instrumentOf(3)).issues).includes('few-respondents-for-items');
    expect([few(14), few(15)]).toEqual([true, false]);
  });

  test('a Heywood case names its item', () => {
    const base = Array.from({ length: 60 }, (_, i) => [(i * 7) % 5, (i * 11 + (i >> 3)) % 5, (i * 3 + (i >> 2)) % 5]);
    const rows = base.map(([a, b, c], i) => [
      1 + a!,
      1 + b!,
      1 + c!,
      Math.min(7, Math.round((a! + b! + c!) / 2) + 1 + (i % 17 === 0 ? 1 : 0)),
    ]);
    const scale = reportOf(rows, instrumentOf(4, 1, 7));
    const issue = scale.issues.find(({ code }) => code === 'heywood-case');
    expect(issue).toMatchObject({ item: 'i4' });
    expect(scale.coefficients[0]!.value).not.toBeNull();
  });

  test('one factor that cannot be found is said', () => {
    // the third item is uncorrelated with both others: their two loadings are not identified
    const pairs = [...Array(3).fill([1, 1]), ...Array(3).fill([2, 2]), [1, 2], [2, 1]];
    const rows = pairs.flatMap(([a, b]) => [1, 5].map((c) => [a, b, c]));
    const { alpha, coefficients, issues } = reportOf(rows, instrumentOf(3));
    expect(alpha.value).not.toBeNull();
    expect(coefficients[0]).toMatchObject({ id: 'omega-ml', value: null });
    expect(codesOf(issues).filter((code) => code === 'no-convergence')).toHaveLength(1);
  });

  test('a rise of alpha by 0.01 or less is not worth a word', () => {
    const rows = Array.from({ length: 21 }, (_, i) => {
      return [1 + (i % 7), 1 + ((i + (i % 6 === 0 ? 1 : 0)) % 7), 1 + ((i + (i % 5 === 0 ? 1 : 0)) % 7)];
    });
    const slight = reportOf(rows, instrumentOf(3, 1, 7));
    const [, , third] = slight.itemStatistics.map(({ ifDropped }) => ifDropped.alpha! - slight.alpha.value!);
    expect(third).toBeGreaterThan(0);
    expect(third).toBeLessThan(0.01);
    expect(codesOf(slight.issues)).not.toContain('alpha-rises-when-dropped');
  });

  test('with an item that does not vary no coefficient is given', () => {
    const rows = spread(30, 4).map(([a, b, c]) => [a!, b!, c!, 3]);
    const { coefficients } = reportOf(rows, instrumentOf(4), { all: true });
    expect(coefficients.map(({ value }) => value)).toEqual(Array(20).fill(null));
  });
});

test('whatever the answers and the options: no NaN, and nothing is null without an issue', () => {
  const rows = fc.integer({ min: 1, max: 5 }).chain((k) =>
    fc.record({
      k: fc.constant(k),
      rows: fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }), { minLength: k, maxLength: k }), {
        maxLength: 25,
      }),
    }),
  );
  const options = fc.record({
    missing: fc.constantFrom('listwise' as const, 'pairwise' as const, 'em' as const),
    interval: fc.constantFrom('feldt' as const, 'bonett' as const, 'duhachek-iacobucci' as const),
    all: fc.boolean(),
  });
  fc.assert(
    fc.property(rows, options, ({ k, rows: answers }, wanted) => {
      const scale = reportOf(answers, instrumentOf(k, 1, 4), wanted);
      expect(JSON.parse(JSON.stringify(scale))).toEqual(scale);
      expect(scale.alpha.value !== null || scale.issues.length > 0).toBe(true);
      expect(scale.n + scale.nDropped).toBe(answers.length);
      const omega = scale.coefficients[0]!;
      expect(omega.value !== null || scale.issues.length > 0).toBe(true);
    }),
  );
});
