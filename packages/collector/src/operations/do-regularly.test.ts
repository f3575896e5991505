import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { doRegularly } from './do-regularly.ts';
import { openLog } from './log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failures: string[] = [];
const log = openLog({ format: 'text', out: () => {}, error: (line) => failures.push(line) });

test('after a wait and again after each pause, one run at a time, whatever fails', async () => {
  const done: string[] = [];
  let running = 0;
  const slow = async () => {
    running++;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 90_000));
    running--;
    done.push('slow');
  };
  const counted: [string, string][] = [];
  const work = doRegularly(
    [
      { name: 'fails', run: () => Promise.reject(new Error('says what a person sent')) },
      { name: 'slow', run: slow },
    ],
    { log, wait: 5_000, metrics: { job: (name: string, result: string) => counted.push([name, result]) } as never },
  );
  await vi.advanceTimersByTimeAsync(5_000 + 89_999);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['slow']);
  await vi.advanceTimersByTimeAsync(60_000 + 90_000);
  expect(done).toEqual(['slow', 'slow']);
  expect(counted.slice(0, 2)).toEqual([
    ['fails', 'failed'],
    ['slow', 'done'],
  ]);
  expect(failures[0]).toMatch(/^What is done from time to time failed \(fails\): Error/);
  expect(failures.join()).not.toContain('what a person sent');
  await work.stop();
});

test('stopping waits for the run under way and begins no other', async () => {
  let runs = 0;
  const run = async () => {
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  };
  const work = doRegularly(
    [
      { name: 'first', run },
      { name: 'second', run },
    ],
    { log, pause: 10 },
  );
  await vi.advanceTimersByTimeAsync(0);
  let stopped = false;
  void work.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(1);
});

test('stopped before the first round, nothing is begun', async () => {
  let runs = 0;
  const work = doRegularly([{ name: 'never', run: async () => runs++ }], { log, wait: 1000 });
  await work.stop();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(runs).toBe(0);
});
