import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runPeerscale } from './testing/run-peerscale.ts';

const ITEMS = ['--items', 'A1,A2,A3', '--reverse', 'A2', '--min', '1', '--max', '5'];
const COLUMNS = fc.constantFrom(
  ['--raters', 'A1,A2,A3'],
  ['--raters', 'A3,A1'],
  ['--subject', 'A1', '--rater', 'A2', '--rating', 'A3'],
);
const RATINGS = fc.constantFrom(
  ['--scale', 'nominal'],
  ['--scale', 'ordinal'],
  ['--scale', 'ordinal', '--order', '1,2,3,4,5'],
  ['--scale', 'interval'],
  ['--scale', 'ratio'],
);
const command = fc.oneof(
  fc.constantFrom(['reliability', '-', ...ITEMS], ['score', '-', ...ITEMS]),
  fc.tuple(COLUMNS, RATINGS).map(([columns, ratings]) => ['agreement', '-', ...columns, ...ratings, '--draws', '3']),
);

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('1', '2', '3', '4', '5', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('NA', ' 3 ', '3.0', '6', '-1', 'often', '"', '""', '1e9', 'NaN', '=1+1', '\0'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const header = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['A1', 'A2', 'A3']) },
  { weight: 1, arbitrary: fc.constant(['id', 'A3', 'A2', 'A1']) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('A1', 'A2', 'A3', 'A', '__proto__', '', 'A1\n'), { maxLength: 5 }) },
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '');

/** A table that is mostly in order: now and then a bad cell, a short row, another line end. */
const table = fc
  .record({
    header,
    rows: fc.array(fc.array(cell, { minLength: 0, maxLength: 5 }), { maxLength: 6 }),
    isEven: fc.boolean(),
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
    end: lineEnd,
    mark: fc.constantFrom('', '', '\ufeff'),
    isQuoted: fc.boolean(),
  })
  .map(({ header: names, rows, isEven, delimiter, end, mark, isQuoted }) => {
    const width = names.length;
    const even = isEven ? rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')) : rows;
    const write = (value: string) => (isQuoted ? `"${value.replaceAll('"', '""')}"` : value);
    return mark + [names, ...even].map((row) => row.map(write).join(delimiter)).join(end) + end;
  })
  .map((text) => Buffer.from(text));

/** Valid CSV with bytes replaced, inserted and taken away. */
const mutated = fc
  .tuple(
    fc.array(fc.record({ at: fc.nat(200), cut: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constant(Buffer.from('A1,A2,A3\n1,2,3\n"4",5,1\n2,,3\n5,4,3\n1,1,2\n')),
  )
  .map(([edits, valid]) => {
    let bytes: Buffer = valid;
    for (const { at, cut, put } of edits) {
      const place = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
    }
    return bytes;
  });

const noise = fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes));
const signs = fc.string({
  unit: fc.constantFrom('A1', 'A2', 'A3', ',', ';', '\t', '"', '\n', '\r', ' ', '3', '\ufeff', 'é'),
  maxLength: 40,
});
const huge = fc
  .tuple(
    fc.constantFrom('x', '"', '1', ',', '\n', '🙂', '\u001b'),
    fc.integer({ min: 1000, max: 60_000 }),
    fc.boolean(),
  )
  .map(([sign, length, isQuoted]) =>
    Buffer.from(`A1,A2,A3\n1,2,${isQuoted ? '"' : ''}${sign.repeat(length)}${isQuoted ? '"' : ''}\n`),
  );

const content = fc.oneof(
  { weight: 10, arbitrary: table },
  { weight: 6, arbitrary: mutated },
  { weight: 3, arbitrary: noise },
  { weight: 3, arbitrary: signs.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: huge },
);

const LONGEST_LINE = 400;

test('10,000 random CSV files never crash: a report, or a few short lines', { timeout: 300_000 }, async () => {
  const codes = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(content, command, fc.boolean(), async (stdin, words, isJson) => {
      const argv = [...words, ...(isJson ? ['--json'] : [])];
      const { code, stdout, stderr } = await runPeerscale(argv, { stdin });
      codes.set(code, (codes.get(code) ?? 0) + 1);
      // 1 would be a failure that nobody foresaw
      expect([0, 2]).toContain(code);
      if (code === 0) {
        expect(stderr).toBe('');
        // "NaN" may be a nominal rating, or the name of a rater
        if (!argv.includes('nominal') && !argv.includes('--rater')) expect(stdout).not.toContain('NaN');
        if (isJson) expect(JSON.parse(stdout).input.file).toBe('-');
      } else {
        expect(stdout).toBe('');
        const lines = stderr.split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(11);
        for (const line of lines) {
          expect(line).toMatch(/^peerscale: standard input: /);
          expect(line.length).toBeLessThan(LONGEST_LINE);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
      }
    }),
    { numRuns: 10_000 },
  );
  // the test would say little if nearly all files were refused, or nearly none
  expect(codes.get(0)).toBeGreaterThan(1000);
  expect(codes.get(2)).toBeGreaterThan(1000);
});
