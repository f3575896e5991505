import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openOutput } from './output.ts';

const failing = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

test('writing waits for a slow reader', async () => {
  const seen: string[] = [];
  const slow = new Writable({
    highWaterMark: 1,
    write: (chunk, _, done) => {
      setTimeout(() => {
        seen.push(String(chunk));
        done();
      }, 5);
    },
  });
  const output = openOutput(slow);
  await output.write('one');
  await output.write('two');
  expect(seen).toEqual(['one', 'two']);
  expect(await output.finish()).toBeUndefined();
});

test('a reader who leaves is no failure, and later writes do nothing', async () => {
  const output = openOutput(failing('EPIPE'));
  await output.write('x');
  await output.write('y');
  expect(await output.finish()).toBeUndefined();
});

test('a full disk is a failure', async () => {
  const output = openOutput(failing('ENOSPC'));
  await output.write('x');
  expect(await output.finish()).toMatchObject({ code: 'ENOSPC' });
});

test('a stream that is destroyed while it is written to does not hang', async () => {
  const stuck = new Writable({ write: () => {} });
  const output = openOutput(stuck);
  setTimeout(() => stuck.destroy(), 5);
  await output.write('x');
  expect(await output.finish()).toBeUndefined();
});
