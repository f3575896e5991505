import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../access/audit/verify-audit.ts';
import { foldWave } from '../results/tally/fold.ts';
import { testEngines } from '../test/engines.ts';
import { answerWave, closeWaveOf } from './test/answer-wave.ts';
import { DAY, leftAlone, plan, quiet, removeInstrument, TEN_MINUTES } from './test/left-alone.ts';
import { wardCatalogue } from './test/ward-study.ts';

describe.each(testEngines())('what falls due, in %s', (_, engine) => {
  test('waves start on their first day and close after their last, once, with a line in the log', async () => {
    const { ward, store, dueWork, pass, waves, actions } = await leftAlone(await engine.storeAddress());
    const wave = await plan(ward, '2026-11-22', '2026-11-23', ['2026-11-23']);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    await pass(2 * DAY);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, started: [wave] });
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    await pass(DAY);
    // on the last day answers are still taken
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, reminding: [wave], letters: 1 });
    await answerWave(ward, wave, { count: 1 });
    await pass(DAY);
    expect(await Promise.all([dueWork(), dueWork()])).toEqual([
      { clock: 'steady', ...quiet, closed: [wave] },
      { clock: 'steady', ...quiet },
    ]);
    expect(await waves()).toEqual(['1 closed 2026-11-23']);
    expect(await actions()).toEqual(['wave-started', 'staff-reminded', 'wave-closed']);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('a wave that cannot start is said and tried again; one whose days are over is left to staff', async () => {
    const { ward, dueWork, pass, waves } = await leftAlone(await engine.storeAddress());
    await plan(ward, '2026-11-21', '2026-11-22');
    const wave = await plan(ward, '2026-11-24', '2026-11-30');
    const putBack = await removeInstrument(ward);
    await pass(4 * DAY);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, notReady: [wave], letters: 1 });
    await putBack();
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, started: [wave] });
    expect(await waves()).toEqual(['1 planned 2026-11-22', '2 open 2026-11-30']);
  });

  test('answers are deleted when the time that people were told is over, a day after it was announced', async () => {
    const { ward, store, dueWork, pass, counts, actions } = await leftAlone(await engine.storeAddress());
    const first = await ward.startWave();
    await answerWave(ward, first, { count: 3 });
    await ward.tokens(first, 2);
    await closeWaveOf(ward, first);
    const wave = await store.db.selectFrom('wave').selectAll().where('id', '=', first).executeTakeFirstOrThrow();
    await foldWave({ store, catalogue: wardCatalogue }, wave);
    await pass(30 * DAY);
    const second = await plan(ward, '2026-12-20', '2026-12-31');
    await ward.ask('POST', `/studies/${ward.study}/waves/${second}/start`, {});
    await answerWave(ward, second, { count: 2 });
    await closeWaveOf(ward, second);
    expect(await counts()).toEqual([5, 20, 1, 2, 2]);
    // closed on 2026-11-20, and kept for 365 days more
    await pass(333 * DAY);
    await dueWork();
    expect([await counts(), await actions()]).toEqual([[5, 20, 1, 2, 2], []]);
    await pass(2 * DAY);
    await dueWork();
    expect([(await counts())[0], await actions()]).toEqual([5, ['retention-announced']]);
    await dueWork();
    await pass(DAY - 1);
    await dueWork();
    expect([(await counts())[0], await actions()]).toEqual([5, ['retention-announced']]);
    await pass(1);
    expect(await dueWork()).toMatchObject({ erased: [first] });
    // the other wave has time; its sums were made for the change between the two
    expect([await counts(), await actions()]).toEqual([
      [2, 8, 1, 0, 1],
      ['retention-announced', 'retention-applied'],
    ]);
    // nobody had looked at its results; what may be shown of them was decided before they went
    const releases = await store.db.selectFrom('report_release').select(['id', 'released']).execute();
    // and of the wave beside it, for the change between them
    expect(releases.map(({ id }) => id).sort()).toEqual([`${first}/results`, `${second}/results`].sort());
    expect(JSON.parse(releases.find(({ id }) => id === `${first}/results`)!.released)).toMatchObject({
      instruments: [{ id: 'tea' }],
    });
    expect(await dueWork()).toMatchObject({ erased: [] });
    expect(await store.db.selectFrom('wave').select('id').execute()).toHaveLength(2);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('a clock that jumps does nothing for an hour, and deletes nothing before a day has passed', async () => {
    const { ward, dueWork, newServer, pass, setClock, counts, waves, actions, lines } = await leftAlone(
      await engine.storeAddress(),
    );
    const closed = await ward.startWave();
    await answerWave(ward, closed, { count: 3 });
    await closeWaveOf(ward, closed);
    const open = await ward.startWave();
    await answerWave(ward, open, { count: 2 });
    const before = [await counts(), await waves(), await actions()];
    await dueWork();
    setClock(10 * 365 * DAY);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet, held: [open] });
    await pass(30 * 60_000);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet, held: [open] });
    expect(lines).toMatchObject([
      { event: 'waves-held', text: expect.stringContaining('an hour after the clock was set') },
    ]);
    setClock(-10 * 365 * DAY);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet });
    expect([await counts(), await waves(), await actions()]).toEqual(before);
    // back to what it was: an hour later it is believed
    await pass(2 * 60 * 60_000);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    expect([await counts(), await waves(), await actions()]).toEqual(before);

    // a server that is started with a wrong clock cannot know it; waves are not closed at once, and answers are safe
    const started = newServer({ isNew: true, ahead: 10 * 365 * DAY });
    expect(await started()).toEqual({ clock: 'new', ...quiet, held: [open] });
    expect([await counts(), await waves()]).toEqual(before.slice(0, 2));
    expect(await actions()).toEqual(['retention-announced']);
    // the announcement of then is none by the right clock, nor by another wrong one
    await pass(60_000);
    await dueWork();
    await pass(3 * DAY);
    expect(await dueWork()).toMatchObject({ clock: 'steady', erased: [] });
    expect(await newServer({ isNew: true, ahead: 11 * 365 * DAY })()).toMatchObject({ erased: [] });
    expect((await counts())[0]).toBe(5);
  });

  test('in the first ten minutes no wave starts or closes and nobody is written to, and the log says why', async () => {
    const { ward, newServer, passAlone, setClock, waves, actions, letters, lines } = await leftAlone(
      await engine.storeAddress(),
    );
    const open = await ward.startWave();
    const planned = await plan(ward, '2026-12-24', '2026-12-31', ['2026-12-24']);
    // the clock of a machine that has just started is weeks ahead, and is set right after nine minutes
    setClock(34 * DAY);
    const dueWork = newServer({ isNew: true });
    const held = { clock: 'new', ...quiet, held: [open, planned] };
    expect(await dueWork()).toEqual(held);
    passAlone(TEN_MINUTES - 60_000);
    expect(await dueWork()).toEqual(held);
    expect(await waves()).toEqual(['1 open 2026-12-04', '2 planned 2026-12-31']);
    // once, and not every minute
    expect(lines).toEqual([
      {
        event: 'waves-held',
        text: expect.stringMatching(
          /^Waves to start or to close: 2\. They wait until the server has run for ten minutes/,
        ),
        fields: { clock: 'new', waves: 2 },
      },
    ]);
    setClock(-34 * DAY);
    passAlone(60_000);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet });
    expect([await waves(), await actions(), letters]).toEqual([['1 open 2026-12-04', '2 planned 2026-12-31'], [], []]);

    // of a clock that was right, what was held is done after ten minutes
    setClock(34 * DAY);
    const right = newServer({ isNew: true });
    expect(await right()).toEqual(held);
    passAlone(TEN_MINUTES);
    expect(await right()).toEqual({
      clock: 'steady',
      ...quiet,
      closed: [open],
      started: [planned],
      reminding: [planned],
      letters: 1,
    });
  });

  test('a wave that staff close before its last day ends that day, also where the clock was set back', async () => {
    const { ward, waves, pass } = await leftAlone(await engine.storeAddress());
    const wave = await ward.startWave();
    await pass(2 * DAY);
    await closeWaveOf(ward, wave);
    const other = await ward.startWave();
    await pass(-20 * DAY);
    await closeWaveOf(ward, other);
    expect(await waves()).toEqual(['1 closed 2026-11-22', '2 closed 2026-11-20']);
  });

  test('sessions, links and devices that have expired are gone', async () => {
    const { ward, store, dueWork, passAlone } = await leftAlone(await engine.storeAddress());
    const count = async () =>
      Promise.all(
        (['session', 'one_time_link', 'known_device'] as const).map(
          async (table) => (await store.db.selectFrom(table).select('digest').execute()).length,
        ),
      );
    await ward.ask('POST', '/accounts', { email: 'new@ward3.example', name: 'New', role: 'viewer', locale: 'en' }, 201);
    expect(await count()).toEqual([1, 1, 1]);
    await dueWork();
    expect(await count()).toEqual([1, 1, 1]);
    passAlone(8 * DAY);
    await dueWork();
    expect(await count()).toEqual([0, 0, 1]);
    passAlone(180 * DAY);
    await dueWork();
    expect(await count()).toEqual([0, 0, 0]);
  });
});
