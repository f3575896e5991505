import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { TerminalStream } from '../context.ts';
import { openProgress } from './progress.ts';

function watched(totalBytes: number | undefined, columns = 100) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const clock = { time: 1000 };
  const terminal: TerminalStream = Object.assign(stream, { isTTY: true, columns });
  const progress = openProgress(terminal, { name: 'a.csv', totalBytes, now: () => clock.time });
  /** After so many milliseconds more, so many bytes and rows more. */
  const after = (ms: number, bytes: number, rows: number): void => {
    clock.time += ms;
    progress.onBytes(bytes);
    progress.onRows(rows);
  };
  return { written, progress, after };
}

test('rows, share of the bytes, rate and the time left, over and over on one line', () => {
  const { written, after, progress } = watched(1_000_000);
  after(100, 50_000, 500);
  expect(written).toEqual([]);
  after(400, 200_000, 2000);
  expect(written).toEqual(['\ra.csv 25% [####            ] 2,500 rows, 5,000 rows/s, 2 s left\u001b[K']);
  after(50, 1, 1);
  expect(written).toHaveLength(1);
  after(100_000, 249_999, 2499);
  expect(written[1]).toBe('\ra.csv 50% [########        ] 5,000 rows, 50 rows/s, 2 min left\u001b[K');
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('without a known size there is neither a share nor a time left', () => {
  const { written, after } = watched(undefined);
  after(1000, 10, 2000);
  expect(written).toEqual(['\ra.csv: 2,000 rows, 2,000 rows/s\u001b[K']);
});

test('a run that is over at once shows nothing, and clears nothing away', () => {
  const { written, after, progress } = watched(100);
  after(10, 100, 5);
  progress.end();
  expect(written).toEqual([]);
});

test('of a long path the end is shown, and a terminal that does not say how wide it is counts as 80 wide', () => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  let time = 0;
  const terminal: TerminalStream = Object.assign(stream, { columns: 0 });
  const name = 'a/very/long/path/to/the/answers.csv';
  const progress = openProgress(terminal, { name, totalBytes: 10, now: () => time });
  time = 1000;
  progress.onBytes(5);
  progress.onRows(1_000_000);
  expect(written).toEqual([
    '\r…path/to/the/answers.csv 50% [########        ] 1,000,000 rows, 1,000,000 rows/'.concat('\u001b[K'),
  ]);
});

test('the line is never broken: it fits a narrow terminal', () => {
  const { written, after } = watched(100, 30);
  after(1000, 50, 5);
  expect(written[0]!.replace('\r', '').replace('\u001b[K', '')).toHaveLength(29);
});

test('where nobody watches nothing is drawn', () => {
  const progress = openProgress(undefined, { name: 'a.csv', totalBytes: 1, now: () => 1e9 });
  progress.onBytes(1);
  progress.onRows(1);
  progress.end();
});
