import { afterEach, describe, expect, test, vi } from 'vitest';
import { testServer } from '../../access/test/test-server.ts';
import { testEngines } from '../../test/engines.ts';
import { foundRun, isRunHere, ownRun, promiseText } from './kept-run.ts';

afterEach(() => vi.useRealTimers());

const digest = 'a'.repeat(64);

test('what is stored says whether it is done, under way or left', () => {
  expect(foundRun(null, 1000)).toEqual({ state: 'unknown' });
  expect(foundRun('{"done":{"sent":2}}', 1000)).toEqual({ state: 'done', answer: { sent: 2 } });
  expect(foundRun(promiseText(1000, null), 1000)).toEqual({ state: 'under-way' });
  expect(foundRun(promiseText(1000, '+.'), 21_000 - 1)).toEqual({ state: 'under-way' });
  expect(foundRun(promiseText(1000, '+.'), 21_000)).toEqual({ state: 'left', reached: '+.' });
});

describe.each(testEngines())('a run of this process, in %s', (_, engine) => {
  async function begun() {
    const server = await testServer(await engine.storeAddress());
    const { store } = server.access;
    const { id } = await server.addAccount(await server.addOrganisation('Ward 3'), 'owner');
    let time = 1000;
    const text = promiseText(time, null);
    const row = { digest, account_id: id, fingerprint: '', answer: text, expires_at: 1e12 };
    await store.write((trx) => trx.insertInto('idempotency_key').values(row).execute());
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const run = ownRun(store, digest, text, null, () => time);
    const stored = async () => {
      const found = await store.db.selectFrom('idempotency_key').select('answer').executeTakeFirst();
      return found && (JSON.parse(found.answer!) as unknown);
    };
    const pass = (milliseconds: number) => {
      time += milliseconds;
      vi.advanceTimersByTime(milliseconds);
    };
    return { store, run, stored, pass };
  }

  test('renews its promise while it lasts, with how far it has come, and no longer', async () => {
    const { store, run, stored, pass } = await begun();
    pass(5000);
    await expect.poll(stored).toEqual({ until: 26_000, reached: null });
    const letters = ['.', '.'];
    expect(await run.reached(() => letters.join(''))).toBe(true);
    letters[0] = '+';
    pass(5000);
    await expect.poll(stored).toEqual({ until: 31_000, reached: '+.' });
    expect(isRunHere(store, digest)).toBe(true);
    await run.finish({ sent: 2 });
    pass(60_000);
    await store.write(async () => {});
    expect(await stored()).toEqual({ done: { sent: 2 } });
    expect(isRunHere(store, digest)).toBe(false);
  });

  test('leaves how far it came, or is forgotten', async () => {
    const { run, stored } = await begun();
    const letters = ['?'];
    await run.reached(() => letters.join(''));
    letters[0] = '-';
    await run.leave();
    expect(await stored()).toEqual({ until: 0, reached: '-' });
    const other = await begun();
    await other.run.forget();
    expect(await other.stored()).toBeUndefined();
  });

  test('what a transaction does is marked with it, or not at all', async () => {
    const { store, run, stored, pass } = await begun();
    const failed = run.together(
      () => 'all',
      (mark) =>
        store.write(async (trx) => {
          expect(await mark(trx)).toBe(true);
          throw new RangeError('undone');
        }),
    );
    await expect(failed).rejects.toThrow('undone');
    expect(await stored()).toEqual({ until: 21_000, reached: null });
    const done = run.together(
      () => 'all',
      (mark) => store.write(mark),
    );
    // renewed meanwhile
    pass(5000);
    expect(await done).toBe(true);
    await expect.poll(stored).toEqual({ until: 26_000, reached: 'all' });
    await run.leave();
    expect(await stored()).toEqual({ until: 0, reached: 'all' });
  });

  test('what another process has taken over is its own: nothing is stored there any more', async () => {
    const { store, run, stored } = await begun();
    const theirs = { until: 99_000, reached: '++' };
    await store.write((trx) =>
      trx
        .updateTable('idempotency_key')
        .set({ answer: JSON.stringify(theirs) })
        .execute(),
    );
    expect(
      await run.together(
        () => '..',
        (mark) => store.write(mark),
      ),
    ).toBe(false);
    expect(await run.reached(() => '..')).toBe(false);
    await run.finish({ sent: 0 });
    await run.leave();
    await run.forget();
    expect(await stored()).toEqual(theirs);
  });

  test('many changes at once are few commits', async () => {
    const { store, run, stored } = await begun();
    const before = store.statistics().commits;
    let count = 0;
    const changes = Array.from({ length: 100 }, () => run.reached(() => ++count && 'all'));
    expect(new Set(await Promise.all(changes))).toEqual(new Set([true]));
    expect(store.statistics().commits - before).toBeLessThanOrEqual(2);
    expect(await stored()).toMatchObject({ reached: 'all' });
    await run.leave();
  });
});
