import { readFileSync } from 'node:fs';
import { agreementReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { runPeerscale } from '../testing/run-peerscale.ts';

type Cell = number | string | null;
type Bounds = Record<'lower' | 'upper', number>;
interface Fixture {
  icc: { name: string; rows: Cell[][]; at95: Record<'icc' | 'lower' | 'upper' | 'f' | 'p', number[]> }[];
  kappa: {
    name: string;
    rows: number[][];
    forms: Record<'none' | 'linear' | 'quadratic', Bounds & { kappa: number }>;
  }[];
  fleiss: { name: string; rows: Cell[][]; by_hand: Bounds & { kappa: number } }[];
  kripp: { name: string; rows: Cell[][]; by_hand: Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number> }[];
  pairs: {
    name: string;
    rows: Cell[][];
    r: number;
    fisher: Record<'at95' | 'at80', [number, number]>;
    blandAltman_by_hand: {
      usual: Record<'bias' | 'lowerLimit' | 'upperLimit', Bounds & { value: number }> & { sd: number };
    };
  }[];
}
const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../../../core/fixtures/agreement/agreement.json', import.meta.url), 'utf8'),
);

const LETTERS = Array.from('ABCDEFGH');
const raters = (rows: readonly Cell[][]) => LETTERS.slice(0, rows[0]!.length);
const csvOf = (rows: readonly Cell[][]) =>
  [raters(rows), ...rows].map((row) => `${row.map((cell) => cell ?? '').join(',')}\n`).join('');

async function agreement(stdin: string, ...args: string[]) {
  const { code, stdout, stderr } = await runPeerscale(['agreement', '-', ...args], { stdin });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}
const reportOf = async (rows: readonly Cell[][], scale: string, ...args: string[]) =>
  JSON.parse(
    await agreement(csvOf(rows), '--raters', raters(rows).join(), '--scale', scale, '--draws', '20', ...args, '--json'),
  );

const near = (value: number) => expect.closeTo(value, 9);

describe('from CSV to the figures of R', () => {
  test.each(fixture.icc)('psych::ICC: $name', async ({ rows, at95 }) => {
    const report = await reportOf(rows, 'interval');
    // in the order of psych: ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k
    at95.icc.forEach((icc, i) => {
      const { value, interval, test: tested } = report.coefficients[i];
      expect(value).toEqual(near(icc));
      // psych's limits of ICC2k lead away from the value where subjects do not differ
      if (interval.lower !== null)
        expect(interval).toMatchObject({ lower: near(at95.lower[i]!), upper: near(at95.upper[i]!) });
      else expect([i, at95.lower[i]! <= icc && icc <= at95.upper[i]!]).toEqual([4, false]);
      expect(tested).toMatchObject({ f: near(at95.f[i]!), p: near(at95.p[i]!) });
    });
  });

  const codesOf = (table: number[][]) =>
    table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1])));
  test.each(fixture.kappa)('psych::cohen.kappa: $name', async ({ rows, forms }) => {
    const order = rows.map((_, i) => i + 1).join();
    const pairs = codesOf(rows);
    const nominal = await reportOf(pairs, 'nominal');
    const ordinal = await reportOf(pairs, 'ordinal', '--order', order);
    const found = [nominal.coefficients[0], ordinal.coefficients[0], ordinal.coefficients[1]];
    [forms.none, forms.linear, forms.quadratic].forEach(({ kappa, lower, upper }, i) => {
      expect(found[i]).toMatchObject({
        value: near(kappa),
        interval: { lower: near(lower), upper: near(upper) },
        n: pairs.length,
      });
    });
  });

  test.each(fixture.fleiss)("Fleiss' kappa: $name", async ({ rows, by_hand: { kappa, lower, upper } }) => {
    const { coefficients } = await reportOf(rows, 'nominal');
    expect(coefficients.find(({ id }: { id: string }) => id === 'fleiss-kappa')).toMatchObject({
      value: near(kappa),
      interval: { lower: near(lower), upper: near(upper) },
      n: rows.length,
    });
  });

  test.each(fixture.kripp)("Krippendorff's alpha: $name", async ({ rows, by_hand }) => {
    for (const [scale, alpha] of Object.entries(by_hand)) {
      const { coefficients } = await reportOf(rows, scale);
      const found = coefficients.find(({ id }: { id: string }) => id === 'krippendorff-alpha');
      expect(found).toMatchObject({
        value: near(alpha),
        n: rows.filter((row) => row.filter((x) => x !== null).length > 1).length,
      });
    }
  });

  test.each(fixture.pairs)(
    'cor.test, and the limits of agreement: $name',
    async ({ rows, r, fisher, blandAltman_by_hand }) => {
      const { coefficients, limitsOfAgreement: limits } = await reportOf(rows, 'interval');
      expect(coefficients.at(-1)).toMatchObject({
        id: 'pearson-r',
        value: near(r),
        interval: { method: 'fisher', level: 0.95, lower: near(fisher.at95[0]), upper: near(fisher.at95[1]) },
      });
      const figure = ({ value, lower, upper }: Bounds & { value: number }) => ({
        value: near(value),
        interval: { lower: near(lower), upper: near(upper) },
      });
      const { bias, lowerLimit, upperLimit, sd } = blandAltman_by_hand.usual;
      expect(limits).toMatchObject({
        bias: figure(bias),
        lower: figure(lowerLimit),
        upper: figure(upperLimit),
        sd: near(sd),
      });
      const at80 = await reportOf(rows, 'interval', '--level', '0.8');
      expect(at80.coefficients.at(-1).interval).toMatchObject({
        level: 0.8,
        lower: near(fisher.at80[0]),
        upper: near(fisher.at80[1]),
      });
    },
  );
});

const WIDE = 'id,first,second\n1,yes,yes\n2,no,yes\n3,no,no\n4,,yes\n5,yes,yes\n6,no,no\n';
const LONG = `who,person,says\n${WIDE.split('\n')
  .slice(1, -1)
  .flatMap((line) => {
    const [id, first, second] = line.split(',');
    return [`first,${id},${first}`, `second,${id},${second}`];
  })
  .join('\n')}\n`;

describe('how ratings stand in the file', () => {
  const LAYOUT = ['--subject', 'person', '--rater', 'who', '--rating', 'says', '--scale', 'nominal', '--json'];

  test('--json is the report of the core on the same ratings, and nothing else', async () => {
    const stdout = await agreement(
      WIDE,
      '--raters',
      'first,second',
      '--scale',
      'nominal',
      '--seed',
      '5',
      '--draws',
      '30',
      '--level',
      '0.9',
      '--json',
    );
    const table = {
      raters: ['first', 'second'],
      columns: [
        [1, 0, 0, NaN, 1, 0],
        [1, 1, 0, 1, 1, 0],
      ],
      codes: ['no', 'yes'],
    };
    const expected = agreementReport({ file: '-', rows: 6 }, table, {
      scale: 'nominal',
      seed: 5,
      draws: 30,
      level: 0.9,
    });
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('one row a rating gives what one row a subject gives, in any order of rows', async () => {
    const wide = JSON.parse(await agreement(WIDE, '--raters', 'first,second', '--scale', 'nominal', '--json'));
    const long = JSON.parse(await agreement(LONG, ...LAYOUT));
    expect(long).toEqual({ ...wide, input: { file: '-', rows: 12 } });
    const [header, ...rows] = LONG.trimEnd().split('\n');
    const turned = [header, ...rows.reverse()].join('\n');
    expect(JSON.parse(await agreement(turned, ...LAYOUT))).toEqual(long);
  });

  test('raters are in their natural order: 2 before 10', async () => {
    const csv = 's,w,x\n1,10,5\n1,2,3\n2,10,6\n2,2,2\n';
    const args = ['--subject', 's', '--rater', 'w', '--rating', 'x', '--scale', 'interval', '--json'];
    const { raters: found, limitsOfAgreement } = JSON.parse(await agreement(csv, ...args));
    expect(found).toEqual(['2', '10']);
    expect(limitsOfAgreement).toMatchObject({ first: '2', bias: { value: -3 } });
  });

  test('names that are the same number keep an order of their own, in any order of rows; spaces around options are cut', async () => {
    const rows = ['1,1,5', '1,01,3', '2,1,6', '2,01,2'];
    const args = ['--subject', ' s ', '--rater', 'w', '--rating', 'x', '--scale', 'interval', '--json'];
    for (const order of [rows, rows.toReversed()]) {
      const report = JSON.parse(await agreement(`s,w,x\n${order.join('\n')}\n`, ...args));
      expect(report.raters).toEqual(['01', '1']);
    }
  });

  test('3, 3.0 and 03 are one code; empty cells, NA and further codes are missing', async () => {
    const csv = 'A;B\n3;3.0\n03;" 3 "\nNA;3\n"";3\n-9.0;3\n99;4\n4;4\n';
    const args = ['--raters', 'A,B', '--scale', 'nominal', '--missing-codes', '-9,99=refused', '--json'];
    const report = JSON.parse(await agreement(csv, ...args));
    expect(report.codes).toEqual([
      { code: '3', count: 7 },
      { code: '4', count: 3 },
    ]);
    expect(report.ratings).toEqual({ given: 10, missing: 4 });
    expect(report.coefficients[0]).toMatchObject({ n: 3, nDropped: 4, value: 1 });
  });

  test('labels in their order are the numbers of their places', async () => {
    const labels = ['low', 'middle', 'high'];
    const codes = [
      [1, 1],
      [2, 3],
      [3, 3],
      [1, 2],
      [2, 2],
    ];
    const named = codes.map((row) => row.map((code) => labels[code - 1]!));
    const numbers = await reportOf(codes, 'ordinal', '--order', '1,2,3');
    const words = await reportOf(named, 'ordinal', '--order', 'low,middle,high');
    expect(words.coefficients).toEqual(numbers.coefficients);
    expect((await reportOf(codes, 'ordinal')).coefficients).toEqual(numbers.coefficients);
    expect(words.codes[0]).toEqual({ code: 'low', count: 3 });
  });

  test('a code nobody uses counts where the order has it', async () => {
    const codes = [
      [1, 1],
      [2, 4],
      [4, 4],
      [1, 2],
      [2, 1],
      [4, 1],
    ];
    const [observed, whole] = [
      await reportOf(codes, 'ordinal'),
      await reportOf(codes, 'ordinal', '--order', '1,2,3,4'),
    ];
    expect(whole.coefficients[0].value).not.toBeCloseTo(observed.coefficients[0].value, 3);
    expect(observed.issues.map(({ code }: { code: string }) => code)).toContain('unused-code');
  });

  test('the seed makes the bootstrap', async () => {
    const interval = async (...args: string[]) => {
      const { coefficients } = await reportOf(fixture.kripp[0]!.rows, 'ordinal', ...args);
      return coefficients[0].interval;
    };
    expect(await interval('--seed', '3')).toEqual(await interval('--seed', '3'));
    expect((await interval('--seed', '3')).lower).not.toBe((await interval('--seed', '4')).lower);
    expect(await interval()).toEqual(await interval('--seed', '1'));
  });
});

test('text: what was read, the table, a sentence on each, notes and references', async () => {
  expect(
    await agreement(WIDE, '--raters', 'first,second', '--scale', 'nominal'),
  ).toBe(`standard input: 6 subjects, 2 raters (first, second), 11 ratings, 1 missing
Ratings: nominal; codes no (5), yes (6)

  coefficient                 value     95% interval  by                              subjects  left out  ratings each
  Cohen's kappa               0.615  -0.007 to 1.000  large sample                           5         1             2
  Fleiss' kappa (Scott's pi)  0.600  -0.511 to 1.000  Student's t                            5         1             2
  Krippendorff's alpha        0.640  -0.286 to 1.000  bootstrap (1000 draws, seed 1)         5         1             2

  Cohen's kappa: both raters give the same code to 80.0% of subjects, by chance 48.0%; 61.5% of the way from chance to perfect agreement.
  Fleiss' kappa (Scott's pi): two ratings of a subject, whoever gives them, are the same in 80.0% of cases, by chance 50.0%; 60.0% of the way from chance to perfect agreement.
  Krippendorff's alpha: ratings of the same subject differ 36.0% as much as ratings drawn at random (same or not).

  Note: Krippendorff's alpha: 20 of 1000 bootstrap samples had ratings that were all alike, and were left out of the interval.

  References: Cohen (1960), doi:10.1177/001316446002000104; Fleiss (1971), doi:10.1037/h0031619; Hayes & Krippendorff (2007), doi:10.1080/19312450709336664
`);
});

test('text: measured ratings of two have their limits', async () => {
  const csv = 'test,retest\n50,52\n61,60\n47,51\n55,55\n70,74\n,40\n';
  expect(
    await agreement(csv, '--raters', 'test,retest', '--scale', 'interval'),
  ).toBe(`standard input: 6 subjects, 2 raters (test, retest), 11 ratings, 1 missing
Ratings: interval

  coefficient           value    95% interval  by                              subjects  left out  ratings each
  ICC(1,1)              0.957  0.723 to 0.995  F distribution                         5         1             2
  ICC(2,1)              0.958  0.647 to 0.996  F, Satterthwaite                       5         1             2
  ICC(3,1)              0.970  0.744 to 0.997  F distribution                         5         1             2
  ICC(1,k)              0.978  0.839 to 0.998  F distribution                         5         1             2
  ICC(2,k)              0.978  0.786 to 0.998  F, Satterthwaite                       5         1             2
  ICC(3,k)              0.985  0.853 to 0.998  F distribution                         5         1             2
  Krippendorff's alpha  0.952  0.571 to 0.965  bootstrap (1000 draws, seed 1)         5         1             2
  Pearson's r           0.970  0.610 to 0.998  Fisher's z                             5         1             2

  ICC(1,1): one rating, whoever gives it: 95.7% of the variance is between subjects.
  ICC(2,1): one rating by any such rater, differences in level between raters counted as error: 95.8% of the variance is between subjects.
  ICC(3,1): one rating by one of these raters, differences in level between them not counted: 97.0% of the variance is between subjects.
  ICC(1,k): the mean of 2 ratings, whoever gives them: 97.8% of the variance is between subjects.
  ICC(2,k): the mean of 2 such raters, differences in level counted as error: 97.8% of the variance is between subjects.
  ICC(3,k): the mean of these 2 raters, differences in level not counted: 98.5% of the variance is between subjects.
  Krippendorff's alpha: ratings of the same subject differ 4.8% as much as ratings drawn at random (differences, squared).
  Pearson's r: how far the two keep subjects apart alike, whatever their level and spread; they share 94.1% of variance.

  Limits of agreement: "test" less "retest", 95% of differences (5 subjects, 1 left out)

                      value     95% interval
  bias                -1.80    -4.63 to 1.03
  lower limit         -6.27  -11.49 to -1.05
  upper limit          2.67    -2.55 to 7.89
  SD of differences    2.28
  r with the means   -0.095

  "test" less "retest" is -1.8 on average; where differences are near normal, about 95% of them lie between -6.27 and 2.67.

  Note: There are 5 subjects; for intraclass correlations 30 or more are advised (Koo & Li 2016).

  References: Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420; Hayes & Krippendorff (2007), doi:10.1080/19312450709336664; Fisher (1915), doi:10.1093/biomet/10.4.507; Bland & Altman (1999), doi:10.1177/096228029900800204; Koo & Li (2016), doi:10.1016/j.jcm.2016.02.012
`);
});

test('text: many raters are not all named, and less than chance is called so', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `r${i}`);
  const csv = `${names.join()}\n${names.map((_, i) => i % 2).join()}\n${names.map((_, i) => (i + 1) % 2).join()}\n`;
  const text = await agreement(csv, '--raters', names.join(), '--scale', 'nominal');
  expect(text).toContain('14 raters (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11 and 2 more), 28 ratings');
  expect(text).toMatch(/Fleiss' kappa: .* by chance 50\.0%; less than chance would give\.\n/);
  const measured = await agreement(csv, '--raters', 'r0,r1', '--scale', 'interval');
  expect(measured).toContain('ICC(1,1): one rating, whoever gives it: no variance between subjects is to be seen.\n');
});

test('text: very large and very small measurements', async () => {
  const csv = (factor: string) => `a,b\n1${factor},2${factor}\n3${factor},1${factor}\n2${factor},2.5${factor}\n`;
  expect(await agreement(csv('e100'), '--raters', 'a,b', '--scale', 'ratio')).toMatch(/bias +1.66667e\+99 /);
  expect(await agreement(csv('e-20'), '--raters', 'a,b', '--scale', 'ratio')).toMatch(/bias +1.66667e-21 /);
});

describe('exit 2 and this line', () => {
  const WIDE_ARGS = ['--raters', 'a,b', '--scale', 'interval'];
  const LONG_ARGS = ['--subject', 's', '--rater', 'r', '--rating', 'x', '--scale', 'interval'];
  test.each<[string, string, string[], string]>([
    [
      'no columns',
      '',
      ['--scale', 'nominal'],
      'agreement: name the columns: --raters A,B, or --subject COLUMN --rater COLUMN --rating COLUMN',
    ],
    [
      'two of three columns',
      '',
      ['--subject', 's', '--rater', 'r', '--scale', 'nominal'],
      'agreement: one row a rating needs three columns: --raters A,B, or --subject COLUMN --rater COLUMN --rating COLUMN',
    ],
    [
      'both layouts',
      '',
      ['--raters', 'a,b', '--subject', 's', '--scale', 'nominal'],
      'agreement: --raters, or --subject, --rater and --rating; not both',
    ],
    [
      'a column for two things',
      '',
      ['--subject', 's', '--rater', 's', '--rating', 'x', '--scale', 'nominal'],
      'agreement: the column "s" cannot be two things',
    ],
    ['a rater twice', '', ['--raters', 'a,a', '--scale', 'nominal'], '--raters: "a" is there twice'],
    [
      'no scale',
      '',
      ['--raters', 'a,b'],
      'agreement: say what the ratings are: --scale nominal, ordinal, interval or ratio',
    ],
    [
      'another scale',
      '',
      ['--raters', 'a,b', '--scale', 'metric'],
      '--scale: "metric" is not nominal, ordinal, interval or ratio',
    ],
    [
      'an order of names',
      '',
      ['--raters', 'a,b', '--scale', 'nominal', '--order', 'x,y'],
      'agreement: --order belongs to --scale ordinal',
    ],
    ['a code twice', '', ['--raters', 'a,b', '--scale', 'ordinal', '--order', 'x,y,x'], '--order: "x" is there twice'],
    [
      'the same number twice',
      '',
      ['--raters', 'a,b', '--scale', 'ordinal', '--order', '1,2,1.0'],
      '--order: "1.0" is there twice',
    ],
    [
      'a missing code in the order',
      '',
      ['--raters', 'a,b', '--scale', 'ordinal', '--order', '1,9', '--missing-codes', '9.0'],
      '--order: "9" means "no rating"',
    ],
    ['draws', '', [...WIDE_ARGS, '--draws', '0'], '--draws: "0" is not a whole number from 1 to 1000000'],
    ['a seed', '', [...WIDE_ARGS, '--seed', '-1'], '--seed: "-1" is not a whole number from 0 to 4294967295'],
    ['a level', '', [...WIDE_ARGS, '--level', '95'], '--level: "95" is not between 0 and 1, such as 0.95'],
    ['a column missing', 'a,c\n1,2\n', WIDE_ARGS, 'standard input: has no column "b"; near "b" there is "a", "c"'],
    [
      'text',
      'a,b\n1,2\n3,often\n',
      WIDE_ARGS,
      'standard input: line 3 (row 2), column "b": "often" is text where a number belongs',
    ],
    [
      'a decimal comma',
      'a;b\n1;2,5\n',
      WIDE_ARGS,
      'standard input: line 2 (row 1), column "b": "2,5" has a decimal comma; "2.5" would be read',
    ],
    [
      'too large',
      'a,b\n1,1e999\n',
      WIDE_ARGS,
      'standard input: line 2 (row 1), column "b": "1e999" is too large for a number',
    ],
    [
      'labels without an order',
      'a,b\nlow,1\n',
      ['--raters', 'a,b', '--scale', 'ordinal'],
      'standard input: line 2 (row 1), column "a": "low" is text where a number belongs; for labels, state all of them in their order: --order low,middle,high',
    ],
    [
      'a label that is not in the order',
      'a,b\nlow,often\n',
      ['--raters', 'a,b', '--scale', 'ordinal', '--order', 'low,high'],
      'standard input: line 2 (row 1), column "b": "often" is not one of the codes in --order (low, high)',
    ],
    ['no subject', 's,r,x\n,A,1\n', LONG_ARGS, 'standard input: line 2 (row 1), column "s": "" names no subject'],
    ['no rater', 's,r,x\n1,NA,1\n', LONG_ARGS, 'standard input: line 2 (row 1), column "r": "NA" names no rater'],
    [
      'a subject rated twice by one',
      's,r,x\n7,A,1\n7,B,1\n7,A,\n',
      LONG_ARGS,
      'standard input: line 4 (row 3), column "r": "A" rates the subject "7" a second time (first in line 2)',
    ],
    ['a short row', 'a,b\n1\n', WIDE_ARGS, 'standard input: line 2 (row 1) has 1 cells, the header has 2'],
  ])('%s', async (_, stdin, args, line) => {
    const { code, stdout, stderr } = await runPeerscale(['agreement', '-', ...args], { stdin });
    expect(stderr).toBe(`peerscale: ${line}\n`);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('more subjects by raters than can be compared', async () => {
    const rows = Array.from({ length: 7100 }, (_, i) => `${i},${i},1\n`).join('');
    const { code, stderr } = await runPeerscale(['agreement', '-', ...LONG_ARGS], { stdin: `s,r,x\n${rows}` });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'peerscale: standard input: 7100 subjects in column "s", 7100 raters in column "r": too many to be compared; are these the columns?\n',
    );
  });
});

describe('thin data gets a report', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', 'no-ratings'],
    ['a header only', 'a,b\n', 'no-ratings'],
    ['no ratings', 'a,b\n,NA\n', 'no-ratings'],
    ['one subject', 'a,b\n1,1\n', 'constant-ratings'],
    ['nobody rated twice', 'a,b\n1,\n,2\n', 'not-rated-twice'],
  ])('%s', async (_, csv, issue) => {
    for (const scale of ['nominal', 'ordinal', 'interval', 'ratio']) {
      const args = ['--raters', 'a,b', '--scale', scale];
      const report = JSON.parse(await agreement(csv, ...args, '--json'));
      expect(report.issues[0].code).toBe(issue);
      for (const { value } of report.coefficients) expect(value).toBeNull();
      const text = await agreement(csv, ...args);
      expect(text).toContain(`  Note: ${report.issues[0].message}\n`);
      expect(text).not.toContain('NaN');
    }
  });

  test('an empty file with one row a rating has no raters', async () => {
    const text = await agreement('', '--subject', 's', '--rater', 'r', '--rating', 'x', '--scale', 'interval');
    expect(text).toContain('standard input: 0 subjects, no raters, 0 ratings, 0 missing\n');
  });
});
