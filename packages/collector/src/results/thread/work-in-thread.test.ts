import process from 'node:process';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { KyselyPlugin } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { testEngines } from '../../test/engines.ts';
import { makeRelease } from '../release/make-release.ts';
import { storedRelease } from '../release/read-release.ts';
import { changeBetween, type WavePair } from '../reports/change-between.ts';
import { driversOf } from '../reports/drivers-of.ts';
import { linkageBetween } from '../reports/linkage-between.ts';
import { foldWave } from '../tally/fold.ts';
import { cellsOfRows, readCellRows } from '../tally/read-cells.ts';
import { catalogue, type MadeUp, madeUpStudy, planOf } from '../test/made-up-study.ts';
import { frozenWave, studyWaves } from '../view/study-waves.ts';
import { foldInThread } from './fold-in-thread.ts';
import type { StudyWork } from './thread-messages.ts';
import { workInThread } from './work-in-thread.ts';

const plan = planOf('staff-plan', ['work-burnout'], ['work-satisfaction', 'overall', 'supervision']);
const large: MadeUp = {
  teams: Array.from({ length: 250 }, (_, t) => ({
    id: `team-${t}`,
    people: { staff: 3 + (t % 7), managers: t % 3 },
    setting: `setting ${t % 6}`,
  })),
  groups: [
    { id: 'staff', plan },
    { id: 'managers', plan },
  ],
};
const small: MadeUp = {
  teams: [
    { id: 'north', people: { staff: 24 } },
    { id: 'south', people: { staff: 21 } },
  ],
  groups: [{ id: 'staff', plan }],
  waves: 2,
  linkage: 'code',
};

async function house(address: string, made: MadeUp) {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  const { study, waves } = await studyWaves(store, (await madeUpStudy(store, made)).id);
  const minimum = study.minimum_group_size;
  const pair = { first: waves[0]!, second: waves[1]!, minimum, isLinked: true } as WavePair;
  return { store, options: { store, catalogue }, waves, minimum, pair };
}

/** Milliseconds that this thread has worked: not those in which it waited for a processor. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The most that was worked between two turns of the event loop, in which nobody else is answered. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const before = worked();
    await turn();
    longest = Math.max(longest, worked() - before);
  }
  await done;
  return longest;
}

test('a release is the same as in this thread, and others are answered meanwhile', async () => {
  const { store, options, waves, minimum } = await house(':memory:', large);
  const [wave] = waves;
  await foldWave(options, wave!);
  const asked = await store.db
    .selectFrom('wave_cell')
    .select(['team_id as team', 'group_id as group'])
    .where('wave_id', '=', wave!.id)
    .orderBy('team_id')
    .orderBy('group_id')
    .execute();
  const frozen = frozenWave(wave!);
  const rows = await readCellRows(store.db, wave!);
  // the second time, when the engine has learnt it
  let expected = '';
  let inThisThread = 0;
  for (let i = 0; i < 2; i++) {
    const before = worked();
    expected = JSON.stringify(
      makeRelease({ frozen, asked, cells: cellsOfRows(rows, frozen, catalogue), minimumGroupSize: minimum }),
    );
    inThisThread = worked() - before;
  }
  let released = '';
  const longest = await longestTurn(async () => {
    ({ released } = await storedRelease(options, wave!, minimum));
  });
  expect(released).toBe(expected);
  expect(longest).toBeLessThan(inThisThread / 3);
  expect(longest).toBeLessThan(50);
});

describe.each(testEngines())('in %s', (_, engine) => {
  test('answers are folded there, and others are answered meanwhile', async () => {
    const { store, options, waves } = await house(await engine.newAddress(), large);
    let folded = 0;
    const longest = await longestTurn(async () => {
      folded = await foldInThread(options, waves[0]!);
    });
    const { count } = await store.db
      .selectFrom('response')
      .select((is) => is.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    expect(folded).toBe(Number(count));
    expect(await foldInThread(options, waves[0]!)).toBe(0);
    expect(longest).toBeLessThan(50);
  });

  test('reports are the same as in this thread', async () => {
    const { options, waves, minimum, pair } = await house(await engine.newAddress(), small);
    const input = { wave: waves[0]!, outcome: 'work-burnout/exhaustion', minimum };
    const works: readonly (readonly [StudyWork, () => Promise<unknown>])[] = [
      [{ do: 'change', pair }, () => changeBetween(options, pair)],
      [{ do: 'linkage', pair }, () => linkageBetween(options, pair)],
      [{ do: 'drivers', input }, () => driversOf(options, input)],
    ];
    const texts = await Promise.all(works.map(([work]) => workInThread(options, work)));
    for (const [place, [, inThisThread]] of works.entries()) {
      expect(texts[place]).toBe(JSON.stringify(await inThisThread()));
    }
  });

  test('a thread that dies in the middle of a transaction leaves nothing of it, and holds up nobody', async () => {
    const { store, options, waves } = await house(await engine.newAddress(), large);
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    onTestFinished(() => posted.mockRestore());
    let statements = 0;
    // when the rows are marked and their sums are not yet added
    const transformResult: KyselyPlugin['transformResult'] = async ({ result }) => {
      statements += 1;
      const place = posted.mock.calls.findIndex(([message]) => (message as { do?: unknown }).do === 'work');
      await (posted.mock.contexts[place] as Worker).terminate();
      return result;
    };
    const write: Store['write'] = (work) =>
      store.write((trx) => work(trx.withPlugin({ transformQuery: ({ node }) => node, transformResult })));
    await expect(foldInThread({ ...options, store: { ...store, write } }, waves[0]!)).rejects.toThrow(/has ended/);
    expect(statements).toBe(1);
    const counted = async () => {
      await store.write(async () => {});
      const rows = await store.db.selectFrom('response').select('folded').execute();
      const tallies = await store.db.selectFrom('cell_tally').select('scores').execute();
      const inTallies = tallies.reduce((sum, { scores }) => sum + (JSON.parse(scores) as { r: number }).r, 0);
      return { marked: rows.filter(({ folded }) => folded === 1).length, inTallies, all: rows.length };
    };
    const { all, ...none } = await counted();
    expect(none).toEqual({ marked: 0, inTallies: 0 });
    expect(await foldInThread(options, waves[0]!)).toBe(all);
    expect(await counted()).toEqual({ marked: all, inTallies: all, all });
  });

  test('what is refused is refused here, and what the database threw is thrown', async () => {
    const { options, store, waves, minimum, pair } = await house(await engine.newAddress(), small);
    const input = { wave: waves[0]!, outcome: 'work-burnout/unheard-of', minimum };
    const refused = await workInThread(options, { do: 'drivers', input }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toEqual(await driversOf(options, input).catch((error: unknown) => error));

    const broken = new Error('The disk is full.');
    const failing: Store = { ...store, write: () => Promise.reject(broken) };
    const fresh = await house(await engine.newAddress(), { ...small, seed: 2 });
    await expect(
      workInThread({ ...options, store: { ...fresh.store, write: failing.write } }, { do: 'change', pair: fresh.pair }),
    ).rejects.toBe(broken);
    // and the thread is there for the next one
    expect(await workInThread(options, { do: 'change', pair })).toContain('peerscale/');
  });
});

test('an error says where it happened', async () => {
  const { options, waves, minimum } = await house(':memory:', small);
  const [wave] = waves;
  await foldWave(options, wave!);
  const [row] = await readCellRows(options.store.db, wave!);
  const tallies = {
    frozen: frozenWave(wave!),
    asked: [],
    rows: [{ ...row!, scores: '{"r":' }],
    minimumGroupSize: minimum,
  };
  const error = await workInThread(options, { do: 'release', studyId: wave!.study_id, tallies }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'SyntaxError', message: expect.stringContaining('JSON') });
  expect((error as Error).stack).toContain('tally-text.ts');
});
