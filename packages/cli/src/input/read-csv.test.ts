import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

async function read(text: string, size = 1 << 16, delimiter?: string) {
  const records: { cells: readonly string[]; line: number; blank: number }[] = [];
  async function* chunks() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  for await (const batch of readCsv(chunks(), { name: 'a.csv', delimiter })) {
    for (const { cells, line, blankLinesBefore } of batch) records.push({ cells, line, blank: blankLinesBefore });
  }
  return records;
}

const cellsOf = async (text: string, size?: number, delimiter?: string) =>
  (await read(text, size, delimiter)).map(({ cells }) => cells);

test.each([
  ['line feeds', 'a,b\n1,2\n'],
  ['Windows line ends', 'a,b\r\n1,2\r\n'],
  ['old Mac line ends', 'a,b\r1,2\r'],
  ['mixed line ends', 'a,b\r\n1,2\n'],
  ['no line end at the end', 'a,b\n1,2'],
  ['semicolons', 'a;b\n1;2\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['spaces around cells', ' a , b\n1 , 2 \n'],
  ['quotes', '"a","b"\n"1", "2"\n'],
  ['blank lines', '\n\na,b\n\n  \n1,2\n\n'],
])('%s', async (_, text) => {
  const expected = [
    ['a', 'b'],
    ['1', '2'],
  ];
  for (const size of [1, 3, 100]) expect(await cellsOf(text, size)).toEqual(expected);
});

test('quoted cells keep delimiters, quotes and line ends', async () => {
  expect(await cellsOf('a,b\n"x, ""y""\r\nz",2\n')).toEqual([
    ['a', 'b'],
    ['x, "y"\r\nz', '2'],
  ]);
});

test('a delimiter that is given is not looked for', async () => {
  expect(await cellsOf('a|b;c\n1|2\n', 100, '|')).toEqual([
    ['a', 'b;c'],
    ['1', '2'],
  ]);
});

test('lines are those of an editor: blank lines and lines within quotes count', async () => {
  const text = '\n"a\n1",b\r\n\r\n1,"x\r\ny\r\nz"\r\n2,2\r\n';
  for (const size of [1, 4, 100]) {
    expect((await read(text, size)).map(({ line, blank }) => [line, blank])).toEqual([
      [2, 1],
      [5, 1],
      [8, 0],
    ]);
  }
});

test('what csv writers write is read back', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'é', '1') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.nat(20),
      async (rows, size) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(await cellsOf(text, size + 1, ',')).toEqual(rows);
      },
    ),
  );
});

test.each([
  ['a,b\n1,2\n"3,4\n5,6\n', 'a.csv: the row in line 3 has a quote that never closes'],
  ['a,b\n\n"1"x,2\n', 'a.csv: the row in line 3 has text after a closing quote'],
  ['a,b\n1"x",2\n', 'a.csv: the row in line 2 has a quote inside a cell that does not begin with one'],
  [`a,b\n${'x'.repeat(1_000_001)},2\n`, 'a.csv: the row in line 2 goes on for more than 1000000 characters'],
])('malformed CSV %# names its line', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('what stands before a mistake is read first', async () => {
  async function* chunks() {
    yield Buffer.from('a,b\n1,2\n1"x",2\n3,4\n');
  }
  const cells: (readonly string[])[] = [];
  const reading = async (): Promise<void> => {
    for await (const batch of readCsv(chunks(), { name: 'a.csv' })) cells.push(...batch.map((record) => record.cells));
  };
  await expect(reading()).rejects.toThrow('a.csv: the row in line 3 has a quote inside a cell');
  expect(cells).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a reader who has enough ends the reading of the file', async () => {
  let isClosed = false;
  async function* endless() {
    try {
      yield Buffer.from('a,b\n');
      for (;;) yield Buffer.from('1,2\n');
    } finally {
      isClosed = true;
    }
  }
  let rows = 0;
  for await (const batch of readCsv(endless(), { name: 'a.csv' })) {
    rows += batch.length;
    if (rows >= 5) break;
  }
  expect([rows, isClosed]).toEqual([5, true]);
});

test('a line that never ends is refused before it fills the memory', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given++;
      yield Buffer.from('x'.repeat(100_000));
    }
  }
  const reading = async (): Promise<void> => {
    for await (const _ of readCsv(endless(), { name: 'a.csv' }));
  };
  await expect(reading()).rejects.toThrow('the row in line 1 goes on for more than 1000000 characters');
  expect(given).toBeLessThan(20);
});

/** csv-parse alone, on the whole text. */
function byCsvParse(text: string): readonly string[][] | string {
  try {
    return parse(text, {
      delimiter: ',',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    return 'refused';
  }
}

test('the quick way through simple records gives what csv-parse gives, for good CSV and for bad', async () => {
  const unit = fc.constantFrom('a', '1', '"', '""', ',', ',', ' ', '\n', '\r', '\r\n', '"x"', '"x\ny"', '\u00a0');
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { maxLength: 25 }), fc.integer({ min: 1, max: 12 }), async (units, size) => {
      const text = units.join('');
      const expected = byCsvParse(text);
      const found = await cellsOf(text, size, ',').catch(() => 'refused');
      if (expected === 'refused') refused++;
      expect(found).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(300);
  expect(refused).toBeLessThan(2700);
});
