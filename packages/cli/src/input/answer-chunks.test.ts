import { adHocInstrument } from '@peerscale/core';
import { expect, test } from 'vitest';
import type { CommandContext } from '../context.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { answerChunks } from './answer-chunks.ts';

const request: AnswersRequest = {
  instrument: adHocInstrument({ items: ['A', 'B'], minimum: 1, maximum: 5 }),
  isAdHoc: true,
  columns: new Map([
    ['A', 'A'],
    ['B', 'B'],
  ]),
  coding: {},
  codingBy: undefined,
  missingCodes: [{ cell: '9', reason: 'dont-know' }],
  delimiter: undefined,
};

/** Standard input of these chunks; `given` counts how many were asked for. */
function input(chunks: Iterable<string>) {
  const state = { given: 0 };
  async function* bytes() {
    for (const chunk of chunks) {
      state.given++;
      yield Buffer.from(chunk);
    }
  }
  return { state, context: { stdin: bytes(), cwd: '.' } as unknown as CommandContext };
}

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${1 + ((from + i) % 5)},${(from + i) % 7 === 0 ? 9 : 3}\n`).join('');

test('the rows come in chunks, in order, and together they are the whole file', async () => {
  const parts = Array.from({ length: 20 }, (_, i) => lines(i * 1000, (i + 1) * 1000));
  const codes: number[] = [];
  const missing: number[] = [];
  let largest = 0;
  let missingCells = 0;
  const { context } = input(['A,B\n', ...parts]);
  for await (const chunk of answerChunks('-', request, context, { rows: 2000 })) {
    expect(chunk.firstRow).toBe(codes.length);
    largest = Math.max(largest, chunk.table.rows);
    codes.push(...chunk.table.columns.get('A')!.codes);
    missing.push(...chunk.table.columns.get('B')!.missing);
    missingCells += chunk.missingCells;
  }
  expect(codes).toEqual(Array.from({ length: 20_000 }, (_, row) => 1 + (row % 5)));
  expect(largest).toBeLessThanOrEqual(2000);
  // 4 is "dont-know"
  expect(missing).toEqual(Array.from({ length: 20_000 }, (_, row) => (row % 7 === 0 ? 4 : 0)));
  expect(missingCells).toBe(Math.ceil(20_000 / 7));
  const atOnce = answerChunks('-', request, input(['A,B\n', ...parts]).context, { rows: Number.POSITIVE_INFINITY });
  const { value: whole } = await atOnce.next();
  expect([whole!.table.rows, whole!.missingCells]).toEqual([20_000, missingCells]);
  expect([...whole!.table.columns.get('A')!.codes]).toEqual(codes);
});

test('a chunk is handed out before more is read: nothing piles up', async () => {
  const { state, context } = input(['A,B\n', ...Array.from({ length: 50 }, () => lines(0, 1000))]);
  const chunks = answerChunks('-', request, context, { rows: 1000 });
  await chunks.next();
  expect(state.given).toBeLessThan(10);
  await chunks.return(undefined);
});

test('from the first bad cell on there are no chunks, and the rest is read to count', async () => {
  const { context } = input(['A,B\n', lines(0, 1500), '7,1\n', lines(0, 1500), '8,1\n', lines(0, 1500)]);
  let rows = 0;
  const reading = async (): Promise<void> => {
    for await (const { table } of answerChunks('-', request, context, { rows: 1000 })) rows += table.rows;
  };
  await expect(reading()).rejects.toThrow(
    'line 1502 (row 1501), column "A": "7" is not a code of the response scale (1 to 5)\n' +
      'standard input: line 3003 (row 3002), column "A": "8"',
  );
  expect(rows).toBe(1500);
});

test.each([
  ['no header', ''],
  ['no rows', 'A,B\n'],
])('%s: one chunk without rows', async (_, text) => {
  const chunks = [];
  for await (const chunk of answerChunks('-', request, input([text]).context, { rows: 10 })) chunks.push(chunk);
  expect(chunks).toHaveLength(1);
  expect(chunks[0]!.table.rows).toBe(0);
  expect([...chunks[0]!.table.columns.keys()]).toEqual(['A', 'B']);
});

test('the bytes that were read are told', async () => {
  let bytes = 0;
  const options = {
    rows: 10,
    onBytes: (count: number) => {
      bytes += count;
    },
  };
  for await (const _ of answerChunks('-', request, input(['A,B\n1,', '2\n']).context, options));
  expect(bytes).toBe(8);
});
