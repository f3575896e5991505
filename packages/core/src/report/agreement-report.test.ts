import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgreementCoefficientId,
  type AgreementReport,
  agreementReferences,
  agreementReport,
  type MeasurementLevel,
  type RatingTable,
} from './index.ts';

interface Fixture {
  icc: {
    name: string;
    rows: number[][];
    at95: Record<'icc' | 'lower' | 'upper' | 'f' | 'df1' | 'df2' | 'p', number[]>;
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/agreement/agreement.json', import.meta.url);

const INPUT = { file: 'ratings', rows: 0 };
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];
const FORMS = ['icc-1-1', 'icc-2-1', 'icc-3-1', 'icc-1-k', 'icc-2-k', 'icc-3-k'] as const;

/** Rows of ratings as a table, NaN where there is none. */
function tableOf(rows: readonly (readonly number[])[], codes?: readonly string[]): RatingTable {
  const k = rows[0]?.length ?? 0;
  const columns = Array.from({ length: k }, (_, i) => rows.map((row) => row[i]!));
  return { raters: NAMES.slice(0, k), columns, ...(codes === undefined ? {} : { codes }) };
}

const reportOf = (
  rows: readonly (readonly number[])[],
  scale: MeasurementLevel,
  codes?: readonly string[],
  draws = 20,
) => agreementReport(INPUT, tableOf(rows, codes), { scale, draws });

const coefficientOf = (report: AgreementReport, id: AgreementCoefficientId) =>
  report.coefficients.find((candidate) => candidate.id === id)!;

const issueCodes = ({ issues }: AgreementReport) => issues.map(({ code }) => code);

describe('which coefficients', () => {
  test.each<[MeasurementLevel, number, readonly AgreementCoefficientId[]]>([
    ['nominal', 2, ['cohen-kappa', 'fleiss-kappa', 'krippendorff-alpha']],
    ['nominal', 3, ['fleiss-kappa', 'krippendorff-alpha']],
    ['ordinal', 2, ['weighted-kappa-linear', 'weighted-kappa-quadratic', 'krippendorff-alpha']],
    ['ordinal', 3, ['krippendorff-alpha']],
    ['interval', 2, [...FORMS, 'krippendorff-alpha', 'pearson-r']],
    ['ratio', 3, [...FORMS, 'krippendorff-alpha']],
  ])('%s ratings of %i raters', (scale, k, ids) => {
    const report = reportOf([[1, 1, 2].slice(0, k), [2, 2, 2].slice(0, k), [3, 2, 3].slice(0, k)], scale);
    expect(report.coefficients.map(({ id }) => id)).toEqual(ids);
    expect(report.limitsOfAgreement === null).toBe(scale !== 'interval');
    expect(Object.keys(report.references)).toEqual([
      ...new Set([
        ...report.coefficients.map(({ reference }) => reference),
        ...(scale === 'interval' ? ['bland-altman-1999'] : []),
        ...(scale === 'interval' || scale === 'ratio' ? ['koo-li-2016'] : []),
      ]),
    ]);
  });

  test('the example of the doc comment', () => {
    const table = {
      raters: ['first', 'second'],
      columns: [
        [0, 0, 1, 1],
        [0, 0, 1, 0],
      ],
      codes: ['no', 'yes'],
    };
    const report = agreementReport({ file: 'ratings', rows: 4 }, table, { scale: 'nominal' });
    expect(report.coefficients[0]!.value).toBe(0.5);
    expect(report.codes).toEqual([
      { code: 'no', count: 5 },
      { code: 'yes', count: 3 },
    ]);
    expect(report.coefficients[0]!.agreement).toEqual({ observed: 0.75, expected: 0.5 });
    expect(report.coefficients[2]!.interval.bootstrap).toMatchObject({ draws: 1000, seed: 1 });
    expect(report.references['cohen-1960']).toBe(agreementReferences['cohen-1960']);
  });
});

describe('missing ratings', () => {
  const rows = [
    [1, 2],
    [NaN, 2],
    [3, NaN],
    [NaN, NaN],
    [2, 2],
    [3, 3],
  ];

  test('listwise figures and Krippendorff: who is behind them, who is left out', () => {
    const report = reportOf(rows, 'interval');
    expect(report).toMatchObject({ subjects: 6, ratings: { given: 8, missing: 4 } });
    for (const coefficient of report.coefficients) expect(coefficient).toMatchObject({ n: 3, nDropped: 3, ratings: 2 });
    expect(report.limitsOfAgreement).toMatchObject({ n: 3, nDropped: 3, first: 'A', second: 'B' });
    expect(report.coefficients[0]!.missing).toBe('listwise');
    const complete = reportOf(
      [
        [1, 2],
        [2, 2],
        [3, 3],
      ],
      'interval',
    );
    report.coefficients.forEach(({ value }, i) => expect(value).toBe(complete.coefficients[i]!.value));
  });

  test('Krippendorff takes subjects with two ratings of three', () => {
    const report = reportOf(
      [
        [1, 2, 1],
        [NaN, 2, 2],
        [3, NaN, 3],
        [2, NaN, NaN],
        [1, 1, 2],
      ],
      'nominal',
    );
    expect(coefficientOf(report, 'krippendorff-alpha')).toMatchObject({
      n: 4,
      nDropped: 1,
      ratings: null,
      missing: 'rated-twice',
    });
    expect(coefficientOf(report, 'fleiss-kappa')).toMatchObject({ n: 2, nDropped: 3, ratings: 3, missing: 'listwise' });
  });
});

describe('raters of its own for each subject', () => {
  // the ratings of Shrout and Fleiss, each subject rated by four of eight
  const { rows, at95 } = fixture.icc.find(({ name }) => name.includes('Shrout'))!;
  const spread = rows.map((row, i) =>
    i % 2 === 0 ? [...row, ...row.map(() => NaN)] : [...row.map(() => NaN), ...row],
  );
  const table = { raters: Array.from('abcdefgh'), columns: spread[0]!.map((_, i) => spread.map((row) => row[i]!)) };
  const report = agreementReport(INPUT, table, { scale: 'interval', draws: 5 });

  test('ICC(1,1) and ICC(1,k) are those of R for any order of raters; forms 2 and 3 do not exist', () => {
    for (const [id, i] of [
      ['icc-1-1', 0],
      ['icc-1-k', 3],
    ] as const) {
      const { value, interval, test: tested, ...rest } = coefficientOf(report, id);
      expectRelative(value!, at95.icc[i]!, 1e-11);
      expectRelative(interval.lower!, at95.lower[i]!, 1e-9);
      expectRelative(interval.upper!, at95.upper[i]!, 1e-9);
      expectRelative(tested!.f!, at95.f[i]!, 1e-11);
      expect(rest).toMatchObject({ n: 6, nDropped: 0, ratings: 4, missing: 'most-rated' });
    }
    for (const id of ['icc-2-1', 'icc-3-1', 'icc-2-k', 'icc-3-k'] as const) {
      expect(coefficientOf(report, id)).toMatchObject({ value: null, n: 0 });
    }
    expect(report.issues.find(({ code }) => code === 'raters-not-crossed')).toEqual({
      code: 'raters-not-crossed',
      message: 'No subject was rated by all 8 raters, as ICC(2,1), ICC(3,1), ICC(2,k), ICC(3,k) would need.',
      coefficients: ['icc-2-1', 'icc-3-1', 'icc-2-k', 'icc-3-k'],
    });
  });

  test('one subject that all rated is not enough to compare raters', () => {
    const rows = [
      [1, 2, NaN],
      [3, NaN, 3],
      [NaN, 5, 4],
    ];
    const own = reportOf(rows, 'interval');
    const withOne = reportOf([...rows, [2, 2, 3]], 'interval');
    expect(coefficientOf(own, 'icc-1-1')).toMatchObject({ n: 3, ratings: 2 });
    // three ratings are now the most, and one subject has them
    expect(coefficientOf(withOne, 'icc-1-1')).toMatchObject({ n: 1, ratings: 3, value: null });
    expect(issueCodes(withOne)).toContain('too-few-subjects');
  });

  test("Fleiss' kappa takes the subjects with the most ratings", () => {
    const own = [
      [1, 2, NaN, NaN],
      [NaN, NaN, 1, 1],
      [2, NaN, NaN, 2],
      [NaN, 1, NaN, NaN],
    ];
    const sparse = reportOf(own, 'nominal');
    const dense = reportOf(
      [
        [1, 2],
        [1, 1],
        [2, 2],
      ],
      'nominal',
    );
    expect(coefficientOf(sparse, 'fleiss-kappa')).toMatchObject({
      n: 3,
      nDropped: 1,
      ratings: 2,
      missing: 'most-rated',
    });
    expect(coefficientOf(sparse, 'fleiss-kappa').value).toBe(coefficientOf(dense, 'fleiss-kappa').value);
  });
});

describe('issues', () => {
  const many = Array.from({ length: 1100 }, (_, i) => [i, i + 1]);
  test.each<[string, number[][], MeasurementLevel, string[]]>([
    ['nobody', [], 'nominal', ['no-ratings']],
    ['nobody, interval', [], 'interval', ['no-ratings']],
    [
      'all missing',
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
      'interval',
      ['no-ratings'],
    ],
    ['one rater', [[1], [2], [3]], 'interval', ['one-rater']],
    [
      'nobody rated twice',
      [
        [1, NaN],
        [NaN, 2],
      ],
      'ordinal',
      ['not-rated-twice'],
    ],
    ['one subject, the same code', [[1, 1]], 'nominal', ['constant-ratings']],
    ['one subject', [[1, 2]], 'interval', ['too-few-subjects', 'point-interval']],
    [
      'constant',
      [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
      'interval',
      ['constant-ratings'],
    ],
    [
      'constant, nominal',
      [
        [3, 3],
        [3, 3],
      ],
      'nominal',
      ['constant-ratings'],
    ],
    [
      'one constant rater',
      [
        [1, 2],
        [2, 2],
        [3, 2],
      ],
      'interval',
      ['few-subjects', 'no-interval', 'constant-rater', 'constant-rater'],
    ],
    [
      'both constant, on different codes',
      [
        [1, 2],
        [1, 2],
      ],
      'ordinal',
      [
        'point-interval',
        'negative-coefficient',
        'constant-rater',
        'constant-rater',
        'code-of-one-rater',
        'code-of-one-rater',
      ],
    ],
    [
      'subjects alike',
      [
        [1, 3],
        [3, 1],
        [2, 2],
      ],
      'interval',
      ['negative-coefficient', 'few-subjects', 'subjects-alike', 'point-interval', 'no-interval'],
    ],
    [
      'perfect',
      [
        [1, 1],
        [2, 2],
        [1, 1],
        [2, 2],
      ],
      'nominal',
      ['point-interval'],
    ],
    [
      'against each other',
      [
        [1, 2],
        [2, 1],
        [1, 2],
        [2, 1],
      ],
      'nominal',
      ['point-interval', 'negative-coefficient'],
    ],
    [
      'a code of one rater',
      [
        [1, 1],
        [2, 2],
        [1, 3],
        [1, 2],
      ],
      'nominal',
      ['code-of-one-rater'],
    ],
    [
      'a gap in the codes',
      [
        [1, 1],
        [2, 4],
        [4, 4],
        [1, 2],
        [2, 1],
        [4, 2],
      ],
      'ordinal',
      ['unused-code'],
    ],
    [
      'negative ratios',
      [
        [-1, 2],
        [2, 1],
        [3, 3],
        [1, 1],
        [2, 3],
      ],
      'ratio',
      ['few-subjects', 'negative-ratings'],
    ],
    ['too many values', many, 'ordinal', ['too-many-values']],
    [
      'huge',
      [
        [1e200, 2e200],
        [3e200, 1e200],
        [2e200, 2e200],
      ],
      'interval',
      ['not-estimable', 'negative-coefficient'],
    ],
  ])('%s', (name, rows, scale, codes) => {
    const found = issueCodes(reportOf(rows, scale)).filter(
      (code) => code !== 'unusable-draws' && (name !== 'too many values' || code !== 'code-of-one-rater'),
    );
    expect(found.sort()).toEqual(codes.sort());
  });

  test('in words', () => {
    const text = ({ issues }: AgreementReport) => issues.map(({ message }) => message);
    expect(
      text(
        reportOf(
          [
            [0, 0],
            [1, 1],
            [0, 2],
            [0, 1],
          ],
          'nominal',
          ['no', 'yes', 'perhaps'],
        ),
      ),
    ).toContain('Only B gives the code "perhaps" (once).');
    expect(
      text(
        reportOf(
          [
            [0, 0],
            [1, 0],
            [2, 0],
          ],
          'nominal',
          ['a', 'b ', 'B'],
        ),
      ),
    ).toEqual(
      expect.arrayContaining([
        'B gives the same rating (a) to every subject that all raters rated.',
        '"b " and "B" are taken for different codes.',
      ]),
    );
    expect(
      text(
        reportOf(
          [
            [3, 3],
            [3, 3],
          ],
          'nominal',
        ),
      )[0],
    ).toBe(
      "All ratings are the same (3), which cannot show agreement: Cohen's kappa, Fleiss' kappa (Scott's pi), Krippendorff's alpha do not exist.",
    );
    expect(
      text(
        reportOf(
          [
            [1, 5],
            [2, 6],
          ],
          'interval',
        ),
      ),
    ).toContain('There are 2 subjects; for intraclass correlations 30 or more are advised (Koo & Li 2016).');
    const thirty = Array.from({ length: 30 }, (_, i) => [i, i + (i % 3)]);
    expect(issueCodes(reportOf(thirty, 'interval'))).toEqual([]);
    expect(issueCodes(reportOf(thirty.slice(1), 'interval'))).toEqual(['few-subjects']);
  });

  test('samples without an alpha are counted', () => {
    const report = agreementReport(
      INPUT,
      tableOf([
        [1, 1],
        [1, 1],
        [1, 2],
      ]),
      { scale: 'nominal', draws: 40, seed: 7 },
    );
    const { draws, usable } = coefficientOf(report, 'krippendorff-alpha').interval.bootstrap!;
    expect([draws, usable < 40, usable > 0]).toEqual([40, true, true]);
    expect(report.issues).toContainEqual({
      code: 'unusable-draws',
      message: `Krippendorff's alpha: ${40 - usable} of 40 bootstrap samples had ratings that were all alike, and were left out of the interval.`,
      coefficients: ['krippendorff-alpha'],
    });
  });

  test('an ICC(2,k) above 1 is called what it is', () => {
    const report = reportOf(
      [
        [0, 1],
        [2, 0],
      ],
      'interval',
    );
    expect(coefficientOf(report, 'icc-2-k').value).toBeCloseTo(8 / 3, 10);
    expect(report.issues.find(({ code }) => code === 'improper-coefficient')!.coefficients).toEqual(['icc-2-k']);
  });

  test('one sample has no width, and no alpha no samples', () => {
    const rows = [
      [1, 2],
      [2, 2],
      [1, 1],
      [3, 1],
    ];
    expect(issueCodes(reportOf(rows, 'nominal', undefined, 1))).not.toContain('point-interval');
    const none = coefficientOf(
      reportOf(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
      'krippendorff-alpha',
    ).interval;
    expect(none.bootstrap).toEqual({ draws: 0, usable: 0, seed: 1 });
  });

  test('the subjects with the most ratings may be constant where others are not', () => {
    const report = reportOf(
      [
        [1, 1, NaN],
        [NaN, 1, 1],
        [2, NaN, NaN],
      ],
      'nominal',
    );
    expect(report.issues[0]).toMatchObject({
      code: 'constant-ratings',
      coefficients: ['fleiss-kappa', 'krippendorff-alpha'],
    });
  });

  test('gaps are of no interest among more raters, and among values that are no whole numbers', () => {
    expect(
      issueCodes(
        reportOf(
          [
            [1, 1, 4],
            [4, 1, 1],
          ],
          'ordinal',
        ),
      ),
    ).not.toContain('unused-code');
    expect(
      issueCodes(
        reportOf(
          [
            [1.5, 1.5],
            [4.5, 1.5],
          ],
          'ordinal',
        ),
      ),
    ).not.toContain('unused-code');
  });

  test('a thousand distinct values are enough, more are left out', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [i, i]);
    expect(coefficientOf(reportOf(rows(1000), 'interval', undefined, 1), 'krippendorff-alpha').value).toBe(1);
    expect(coefficientOf(reportOf(rows(1000), 'ordinal', undefined, 1), 'weighted-kappa-linear').value).toBe(1);
    const left = reportOf(rows(1001), 'interval', undefined, 1);
    expect(coefficientOf(left, 'krippendorff-alpha').value).toBeNull();
    expect(coefficientOf(left, 'icc-2-1').value).toBe(1);
  });
});

test.each<[MeasurementLevel, number]>([
  ['nominal', 2],
  ['ordinal', 2],
  ['interval', 2],
  ['ratio', 3],
])('a lower level makes every interval narrower: %s', (scale, k) => {
  const rows = [
    [1, 2, 1],
    [2, 2, 3],
    [3, 3, 3],
    [4, 3, 4],
    [1, 1, 2],
    [2, 3, 2],
    [4, 4, 4],
    [3, 4, 3],
  ].map((row) => row.slice(0, k));
  const [wide, narrow] = [0.95, 0.6].map((level) =>
    agreementReport(INPUT, tableOf(rows), { scale, level, draws: 200 }),
  );
  const intervals = ({ coefficients, limitsOfAgreement: limits }: AgreementReport) =>
    [...coefficients, ...(limits === null ? [] : [limits.bias, limits.lower, limits.upper])].map(
      ({ interval }) => interval,
    );
  intervals(wide!).forEach(({ level, lower, upper }, i) => {
    const inner = intervals(narrow!)[i]!;
    expect([level, inner.level]).toEqual([0.95, 0.6]);
    expect(inner.lower!).toBeGreaterThan(lower!);
    expect(inner.upper!).toBeLessThan(upper!);
  });
});

describe('programmer errors', () => {
  const table = tableOf([
    [1, 2],
    [2, 2],
  ]);
  const options = { scale: 'nominal', draws: 5 } as const;
  test.each<[string, () => unknown, string]>([
    [
      'a rater twice',
      () => agreementReport(INPUT, { ...table, raters: ['A', 'A'] }, options),
      'Unexpected rater: A, which is there twice.',
    ],
    [
      'a code twice',
      () => agreementReport(INPUT, { ...table, codes: ['x', 'y', 'x'] }, options),
      'Unexpected code: x, which is there twice.',
    ],
    [
      'too few names',
      () => agreementReport(INPUT, { ...table, raters: ['A'] }, options),
      'Unexpected number of columns: 2, expected 1.',
    ],
    [
      'another length',
      () => agreementReport(INPUT, { ...table, columns: [[1], [1, 2]] }, options),
      'Unexpected column length: 2, expected 1.',
    ],
    [
      'no place in the codes',
      () => agreementReport(INPUT, { ...table, codes: ['x', 'y'] }, options),
      'Unexpected rating: 2.',
    ],
    [
      'below the codes',
      () =>
        agreementReport(
          INPUT,
          {
            ...table,
            columns: [
              [-1, 1],
              [1, 1],
            ],
            codes: ['x', 'y'],
          },
          options,
        ),
      'Unexpected rating: -1.',
    ],
    [
      'half a place',
      () =>
        agreementReport(
          INPUT,
          {
            ...table,
            columns: [
              [0.5, 1],
              [1, 1],
            ],
            codes: ['x', 'y'],
          },
          options,
        ),
      'Unexpected rating: 0.5.',
    ],
    [
      'infinite',
      () =>
        agreementReport(
          INPUT,
          {
            ...table,
            columns: [
              [Infinity, 1],
              [1, 1],
            ],
          },
          options,
        ),
      'Unexpected rating: Infinity.',
    ],
    [
      'codes of measurements',
      () => agreementReport(INPUT, { ...table, codes: ['x', 'y', 'z'] }, { scale: 'ratio' }),
      'Unexpected codes for ratio ratings: x,y,z.',
    ],
    [
      'no such scale',
      () => agreementReport(INPUT, table, { scale: 'metric' as MeasurementLevel }),
      'Unexpected level of measurement: metric.',
    ],
    ['level', () => agreementReport(INPUT, table, { ...options, level: 1 }), 'Unexpected level: 1.'],
    ['draws', () => agreementReport(INPUT, table, { ...options, draws: 0 }), 'Unexpected number of draws: 0.'],
    [
      'half a draw',
      () => agreementReport(INPUT, table, { ...options, draws: 1.5 }),
      'Unexpected number of draws: 1.5.',
    ],
    ['seed', () => agreementReport(INPUT, table, { ...options, seed: -1 }), 'Unexpected seed: -1.'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(new RangeError(message));
  });
});

const scales = fc.constantFrom<MeasurementLevel>('nominal', 'ordinal', 'interval', 'ratio');
const ratings = fc
  .integer({ min: 0, max: 5 })
  .chain((k) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 12, arbitrary: fc.integer({ min: 0, max: 4 }) },
          { weight: 3, arbitrary: fc.constant(NaN) },
          { weight: 1, arbitrary: fc.constantFrom(-1, 0.1, 1e-150, 1e150, 1e300, -0, 7.3) },
        ),
        { minLength: k, maxLength: k },
      ),
      { maxLength: 9 },
    ),
  );

describe('any ratings', () => {
  test('give plain data in which every figure that is missing is explained', () => {
    fc.assert(
      fc.property(ratings, scales, (rows, scale) => {
        const report = reportOf(rows, scale, undefined, 3);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        for (const { id, value, interval, n, nDropped } of report.coefficients) {
          const about = report.issues.filter(({ coefficients }) => coefficients?.includes(id)).map(({ code }) => code);
          expect(n + nDropped).toBe(report.subjects);
          if (value !== null && value > 1 + 1e-9) expect(about).toContain('improper-coefficient');
          if (value === null) {
            expect(about.length).toBeGreaterThan(0);
            expect([interval.lower, interval.upper]).toEqual([null, null]);
          } else if (interval.lower === null) {
            expect(about).toContain('no-interval');
            // the reasons that are given are the only ones
            const mayLackOne =
              id === 'icc-2-1' || id === 'icc-2-k' || interval.method === 'bootstrap-percentile' || n < 4;
            expect(mayLackOne, id).toBe(true);
          } else if (interval.method !== 'bootstrap-percentile') {
            // which of three samples need not hold the value
            expect(interval.lower).toBeLessThanOrEqual(value + 1e-9);
            expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-9);
          }
        }
      }),
    );
  });

  test('in another order of subjects give the same report', () => {
    const inOrder = ratings.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(inOrder, scales, ([rows, shuffled], scale) => {
        const plain = rows.every((row) =>
          row.every((x) => Number.isNaN(x) || (Number.isInteger(x) && Math.abs(x) < 10)),
        );
        fc.pre(plain);
        const [one, other] = [reportOf(rows, scale, undefined, 3), reportOf(shuffled, scale, undefined, 3)];
        one.coefficients.forEach(({ value, interval, n }, i) => {
          const { value: otherValue, interval: otherInterval, n: otherN } = other.coefficients[i]!;
          expectRelative(otherValue ?? NaN, value ?? NaN, 1e-9, 1e-9);
          if (interval.method === 'bootstrap-percentile') expect(otherInterval).toEqual(interval);
          expect(otherN).toBe(n);
        });
      }),
    );
  });

  test('in other names: a nominal report does not depend on the order of the codes', () => {
    const coded = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(coded, (rows) => {
        const turned = rows.map((row) => row.map((code) => 3 - code));
        const one = reportOf(rows, 'nominal', ['a', 'b', 'c', 'd'], 1);
        const other = reportOf(turned, 'nominal', ['d', 'c', 'b', 'a'], 1);
        one.coefficients.forEach(({ value }, i) => {
          expectRelative(other.coefficients[i]!.value ?? NaN, value ?? NaN, 1e-12, 1e-12);
        });
      }),
    );
  });
});
