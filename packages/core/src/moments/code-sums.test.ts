import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codeSumsKernelText } from '../../scripts/code-sums-kernel-text.ts';
import { addCodeSumBlocks } from './add-code-sum-blocks.ts';
import { addPlainCodeSums } from './add-plain-code-sums.ts';
import { codeSumsKernel } from './code-sums-kernel.ts';
import { CODE_SUMS_WASM } from './code-sums-wasm.ts';
import {
  type CodeSums,
  codeSumsOfColumns,
  emptyCodeSums,
  mergeAllCodeSums,
  mergeCodeSums,
  momentsOfCodeSums,
  momentsOfColumns,
} from './index.ts';

interface Answers {
  readonly codes: Int16Array[];
  readonly missing: Uint8Array[];
}

/** Tables of k items: codes within `largest` to either side, one in eight missing with any code beside it. */
const answers = ({ maximumRows = 60, largest = 32_768 } = {}): fc.Arbitrary<Answers> =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: maximumRows })).chain(([k, rows]) =>
    fc.record({
      codes: fc.array(
        fc.int16Array({ min: -largest, max: Math.min(largest, 32_767), minLength: rows, maxLength: rows }),
        { minLength: k, maxLength: k },
      ),
      missing: fc.array(
        fc
          .array(fc.nat({ max: 15 }), { minLength: rows, maxLength: rows })
          .map((marks) => Uint8Array.from(marks, (mark) => (mark < 2 ? 1 + 254 * mark : 0))),
        { minLength: k, maxLength: k },
      ),
    }),
  );

/** The same table over and over: `rows` rows. */
function repeated({ codes, missing }: Answers, rows: number): Answers {
  return {
    codes: codes.map((column) => Int16Array.from({ length: rows }, (_, row) => column[row % column.length]!)),
    missing: missing.map((column) => Uint8Array.from({ length: rows }, (_, row) => column[row % column.length]!)),
  };
}

const part = ({ codes, missing }: Answers, start: number, end: number): CodeSums =>
  codeSumsOfColumns(
    codes.map((column) => column.subarray(start, end)),
    missing.map((column) => column.subarray(start, end)),
  );

function plainSums({ codes, missing }: Answers): CodeSums {
  const sums = { ...emptyCodeSums(codes.length) };
  addPlainCodeSums(sums, codes, missing, 0, codes[0]!.length);
  return sums;
}

/** Row by row and in BigInt: what all others have to give. */
function slowSums({ codes, missing }: Answers): CodeSums {
  const rows = [...codes[0]!.keys()].filter((row) => missing.every((column) => column[row] === 0));
  const sum = (value: (row: number) => bigint) => Number(rows.reduce((total, row) => total + value(row), 0n));
  return {
    n: rows.length,
    sums: Float64Array.from(codes, (x) => sum((row) => BigInt(x[row]!))),
    products: Float64Array.from(
      codes.flatMap((x, i) => codes.slice(0, i + 1).map((y) => sum((row) => BigInt(x[row]!) * BigInt(y[row]!)))),
    ),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('codeSumsOfColumns', () => {
  test('adds codes and their products over complete respondents; the code of a missing answer is not read', () => {
    const codes = [Int16Array.of(1, 2, 3, -32_768), Int16Array.of(2, 2, 4, 5)];
    const missing = [Uint8Array.of(0, 0, 0, 3), Uint8Array.of(0, 0, 0, 0)];
    const expected = { n: 3, sums: Float64Array.of(6, 8), products: Float64Array.of(14, 18, 24) };
    expect(codeSumsOfColumns(codes, missing)).toEqual(expected);
    expect(codeSumsOfColumns(codes.map((column) => column.subarray(0, 3)))).toEqual(expected);
  });

  test('is exact for any 16-bit codes', () => {
    fc.assert(
      fc.property(answers(), (table) => {
        expect(codeSumsOfColumns(table.codes, table.missing)).toEqual(slowSums(table));
      }),
    );
  });

  test('any split, merged in any order, has the same bits as the whole', () => {
    fc.assert(
      fc.property(answers(), fc.nat(), fc.nat(), (table, a, b) => {
        const rows = table.codes[0]!.length;
        const [first, second] = [a % (rows + 1), b % (rows + 1)].sort((x, y) => x - y) as [number, number];
        const [x, y, z] = [part(table, 0, first), part(table, first, second), part(table, second, rows)];
        const whole = part(table, 0, rows);
        expect(mergeCodeSums(mergeCodeSums(x, y), z)).toEqual(whole);
        expect(mergeAllCodeSums([y, z, x])).toEqual(whole);
        expect(mergeCodeSums(mergeCodeSums(z, emptyCodeSums(table.codes.length)), mergeCodeSums(y, x))).toEqual(whole);
      }),
    );
  });

  test('nobody, no item, and nobody complete', () => {
    expect(codeSumsOfColumns([])).toEqual(emptyCodeSums(0));
    expect(codeSumsOfColumns([new Int16Array(0), new Int16Array(0)])).toEqual(emptyCodeSums(2));
    expect(codeSumsOfColumns([Int16Array.of(4)], [Uint8Array.of(1)])).toEqual(emptyCodeSums(1));
    expect(codeSumsOfColumns([new Int16Array(5000)], [new Uint8Array(5000).fill(9)])).toEqual(emptyCodeSums(1));
  });

  test('refuses what does not fit together, and says what came', () => {
    const two = new Int16Array(2);
    expect(() => codeSumsOfColumns([two, new Int16Array(3)])).toThrow('Unexpected column length: 3, expected 2.');
    expect(() => codeSumsOfColumns([two], [new Uint8Array(1)])).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => codeSumsOfColumns([two, two], [new Uint8Array(2)])).toThrow(
      'Unexpected number of columns: 1, expected 2.',
    );
    expect(() => mergeCodeSums(emptyCodeSums(2), emptyCodeSums(1))).toThrow(
      'Unexpected number of items: 1, expected 2.',
    );
    expect(() => mergeAllCodeSums([])).toThrow('Unexpected number of parts: 0.');
    expect(() => emptyCodeSums(0.5)).toThrow('Unexpected number of items: 0.5.');
  });

  test('refuses to add up to more than a double holds exactly', () => {
    let sums = codeSumsOfColumns([Int16Array.of(-32_768)]);
    expect(() => {
      for (let doubling = 0; doubling < 60; doubling++) sums = mergeCodeSums(sums, sums);
    }).toThrow('Unexpected sum of squared codes: 9007199254740992, exact below 9007199254740992.');
    expect(sums.n).toBe(2 ** 22);
    expect(() => codeSumsOfColumns([new Int16Array(2 ** 23).fill(-32_768)])).toThrow('Unexpected sum of squared codes');
  });
});

describe('the kernel', () => {
  const kernel = codeSumsKernel();

  test('is what its source says, and small enough to be compiled at once by any browser', async () => {
    expect(await codeSumsKernelText()).toContain(`'${CODE_SUMS_WASM}'`);
    expect(CODE_SUMS_WASM.length / 2).toBeLessThan(4096);
  });

  test.skipIf(kernel === null)('gives the same digits as plain sums, in blocks of any codes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(7, 2047, 2048, 32_768).chain((largest) => answers({ maximumRows: 40, largest })),
        fc.integer({ min: 4096, max: 9000 }),
        (few, rows) => {
          fc.pre(few.codes[0]!.length > 0);
          const table = repeated(few, rows);
          const sums = { ...emptyCodeSums(table.codes.length) };
          const done = addCodeSumBlocks(kernel!, sums, table.codes, table.missing);
          expect(done).toBe(rows - (rows % 2048));
          addPlainCodeSums(sums, table.codes, table.missing, done, rows);
          expect(sums).toEqual(plainSums(table));
          expect(codeSumsOfColumns(table.codes, table.missing)).toEqual(sums);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.skipIf(kernel === null).each([2047, -2047, 2048, -2048, 32_767, -32_768])('holds 4,096 codes of %d', (code) => {
    const column = new Int16Array(4096).fill(code);
    const expected = { n: 4096, sums: Float64Array.of(4096 * code), products: Float64Array.of(4096 * code * code) };
    expect(codeSumsOfColumns([column])).toEqual(expected);
    // one block with a larger code than the kernel takes, one without
    const mixed = new Int16Array(4096).fill(1).fill(code, 100, 101);
    expect(codeSumsOfColumns([mixed]).products[0]).toBe(4095 + code * code);
  });

  test.skipIf(kernel === null)('a large scale does not show in the next call, nor do many items', () => {
    const wide = Array.from({ length: 60 }, (_, i) => new Int16Array(4096).fill(i));
    const narrow = [new Int16Array(4096).fill(3)];
    expect(codeSumsOfColumns(wide).products.at(-1)).toBe(4096 * 59 * 59);
    expect(codeSumsOfColumns(narrow)).toEqual(plainSums({ codes: narrow, missing: [] }));
    const items = Array.from({ length: 1300 }, () => new Int16Array(4096));
    expect(addCodeSumBlocks(kernel!, { ...emptyCodeSums(1300) }, items, [])).toBe(0);
  });

  test.skipIf(kernel === null)('is worth its while', () => {
    const codes = Array.from({ length: 20 }, (_, i) =>
      Int16Array.from({ length: 100_000 }, (_, row) => (row * (i + 3)) % 7),
    );
    const milliseconds = (work: () => unknown) =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    // about 30 times as quick; 2 is out of the reach of a busy machine
    expect(milliseconds(() => plainSums({ codes, missing: [] }))).toBeGreaterThan(
      2 * milliseconds(() => codeSumsOfColumns(codes)),
    );
  });

  class Forbidden {
    constructor() {
      throw new Error('CompileError: Wasm code generation disallowed by embedder');
    }
  }
  test.each([
    ['there is no WebAssembly', undefined],
    ["a page's policy forbids to compile", { Module: Forbidden }],
  ])('the digits are the same where %s', async (_, host) => {
    const codes = [0, 1, 2].map((i) => Int16Array.from({ length: 5000 }, (_, row) => ((row * (i + 3)) % 7) - 2));
    const expected = codeSumsOfColumns(codes);
    vi.stubGlobal('WebAssembly', host);
    vi.resetModules();
    const fresh = await import('./index.ts');
    expect((await import('./code-sums-kernel.ts')).codeSumsKernel()).toBeNull();
    expect(fresh.codeSumsOfColumns(codes)).toEqual(expected);
  });
});

describe('momentsOfCodeSums', () => {
  const likert = answers({ largest: 7 });

  test('equals the moments of the keyed columns', () => {
    fc.assert(
      fc.property(likert, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (table, flags) => {
        const reversed = table.codes.map((_, i) => (flags[i] ? { minimum: -7, maximum: 8 } : null));
        const complete = [...table.codes[0]!.keys()].filter((row) =>
          table.missing.every((column) => column[row] === 0),
        );
        const keyed = table.codes.map((column, i) =>
          complete.map((row) => (flags[i] ? 1 - column[row]! : column[row]!)),
        );
        const own = momentsOfCodeSums(codeSumsOfColumns(table.codes, table.missing), reversed);
        const expected = momentsOfColumns(keyed);
        expect({ n: own.n, missing: own.missing }).toEqual({ n: complete.length, missing: 'listwise' });
        own.means.forEach((mean, i) => expectRelative(mean, expected.means[i]!, 1e-12, 1e-13));
        own.comoments.forEach((value, p) => expectRelative(value, expected.comoments[p]!, 1e-12, 1e-10));
        expect([...own.comoments, ...own.means].some((value) => Object.is(value, -0))).toBe(false);
      }),
    );
  });

  test('is rounded once, however many respondents there are', () => {
    fc.assert(
      fc.property(answers({ largest: 1000 }), fc.integer({ min: 0, max: 2 ** 24 }), (table, copies) => {
        const few = codeSumsOfColumns(table.codes, table.missing);
        const times = (values: Float64Array) => values.map((value) => value * copies);
        const many = { n: few.n * copies, sums: times(few.sums), products: times(few.products) };
        fc.pre(many.n > 0);
        const { comoments } = momentsOfCodeSums(many);
        let p = 0;
        many.sums.forEach((x, i) => {
          for (let j = 0; j <= i; j++, p++) {
            const exact = BigInt(many.n) * BigInt(many.products[p]!) - BigInt(x) * BigInt(many.sums[j]!);
            // both sides times n 2^100, a power that makes whole numbers of both
            const error = BigInt(comoments[p]! * 2 ** 100) * BigInt(many.n) - exact * 2n ** 100n;
            const size = exact < 0n ? -exact : exact;
            // half a unit in the last place is at most 2^-53 of the value; a little more for the fraction's own rounding
            expect((error < 0n ? -error : error) * 2n ** 53n * 1000n <= size * 2n ** 100n * 1001n).toBe(true);
          }
        });
      }),
    );
  });

  test('a billion respondents around a large mean keep their digits; a constant has a co-moment of exactly 0', () => {
    let sums = codeSumsOfColumns([Int16Array.of(1000, 1001), Int16Array.of(999, 999)]);
    for (let doubling = 0; doubling < 29; doubling++) sums = mergeCodeSums(sums, sums);
    expect(momentsOfCodeSums(sums)).toEqual({
      missing: 'listwise',
      n: 2 ** 30,
      means: Float64Array.of(1000.5, 999),
      comoments: Float64Array.of(2 ** 28, 0, 0),
    });
  });

  test('two products below 2^53 may differ by more', () => {
    // 211,317 respondents each with (-177, 174) and (0, -969): found by chance
    const n = 211_317;
    const many = {
      n: 2 * n,
      sums: Float64Array.of(-177 * n, -795 * n),
      products: Float64Array.of(177 * 177 * n, -177 * 174 * n, (174 * 174 + 969 * 969) * n),
    };
    expect(momentsOfCodeSums(many).comoments[1]).toBe((-177 * (174 + 969) * n) / 2);
  });

  test('nobody and one respondent', () => {
    expect(momentsOfCodeSums(emptyCodeSums(2))).toEqual({
      missing: 'listwise',
      n: 0,
      means: new Float64Array(2),
      comoments: new Float64Array(3),
    });
    const one = momentsOfCodeSums(codeSumsOfColumns([Int16Array.of(4), Int16Array.of(2)]), [
      null,
      { minimum: 1, maximum: 5 },
    ]);
    expect(one).toEqual({ missing: 'listwise', n: 1, means: Float64Array.of(4, 4), comoments: new Float64Array(3) });
  });

  test('refuses a key that does not fit, and says what came', () => {
    const sums = emptyCodeSums(2);
    expect(() => momentsOfCodeSums(sums, [null])).toThrow('Unexpected number of entries: 1, expected 2.');
    expect(() => momentsOfCodeSums(sums, [null, { minimum: 0.5, maximum: 5 }])).toThrow('Unexpected ends: 0.5, 5.');
  });
});
