import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairwiseMomentsOfColumns } from '../moments/index.ts';
import { type AnsweredColumn, keyedWithHoles } from './answered-columns.ts';
import { pairsOfCodes } from './pairs-of-codes.ts';

/** Columns of some width of codes anywhere in 16 bits, every other one turned round. */
const columns = fc
  .record({
    k: fc.integer({ min: 1, max: 5 }),
    n: fc.integer({ min: 0, max: 30 }),
    low: fc.integer({ min: -32768, max: 32767 - 362 }),
    width: fc.constantFrom(1, 4, 6, 100, 362),
  })
  .chain(({ k, n, low, width }) => {
    const answer = fc.option(fc.integer({ min: low, max: low + width }), { freq: 4 });
    const column = fc.array(answer, { minLength: n, maxLength: n });
    return fc.array(column, { minLength: k, maxLength: k }).map((answers) =>
      answers.map(
        (given, i): AnsweredColumn => ({
          codes: Int16Array.from(given, (code) => code ?? 0),
          missing: Uint8Array.from(given, (code) => (code === null ? 2 : 0)),
          sign: i % 2 === 0 ? 1 : -1,
          offset: i % 2 === 0 ? 0 : 2 * low + width,
        }),
      ),
    );
  });

test('the same as from the keyed columns, in any part of them', () => {
  fc.assert(
    fc.property(columns, fc.nat(30), fc.nat(30), (given, a, b) => {
      const n = given[0]!.codes.length;
      const [start, end] = [Math.min(a, b, n), Math.min(Math.max(a, b), n)];
      const found = pairsOfCodes(given, start, end)!;
      const expected = pairwiseMomentsOfColumns(given.map((column) => keyedWithHoles(column, start, end)));
      expect(found.n).toBe(expected.n);
      expect(found.counts).toEqual(expected.counts);
      for (const part of ['means', 'variations', 'comoments'] as const) {
        found[part].forEach((value, p) => expectRelative(value, expected[part][p]!, 1e-12, 1e-9));
      }
    }),
  );
});

test('codes too far apart are left to the other way', () => {
  const column = (...codes: number[]): AnsweredColumn => {
    return { codes: Int16Array.from(codes), missing: new Uint8Array(codes.length), sign: 1, offset: 0 };
  };
  expect(pairsOfCodes([column(0, 362)], 0, 2)!.variations[0]).toBe(362 ** 2 / 2);
  expect(pairsOfCodes([column(0, 363)], 0, 2)).toBeNull();
  expect(pairsOfCodes([column(0, 363)], 1, 2)!.means[0]).toBe(363);
});
