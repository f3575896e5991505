import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../access/audit/verify-audit.ts';
import { foldWave } from '../results/tally/fold.ts';
import { testEngines } from '../test/engines.ts';
import { createDueWork, type DueWorkDone } from './due-work.ts';
import { answerWave, closeWaveOf } from './test/answer-wave.ts';
import { type Ward, wardCatalogue, wardStudy } from './test/ward-study.ts';

const DAY = 86_400_000;

/** A server that was left to itself from 2026-11-20 08:00 on. */
async function leftAlone(address: string) {
  const ward = await wardStudy(address, { linkage: 'none' });
  const { store } = ward.server.access;
  let elapsed = 0;
  let offset = 0;
  const dueWork = createDueWork({
    store,
    catalogue: wardCatalogue,
    now: () => new Date(ward.server.access.now() + offset),
    elapsed: () => elapsed,
  });
  // the first ten minutes are over
  elapsed = 600_000;
  return {
    ward,
    store,
    dueWork,
    passAlone(milliseconds: number) {
      ward.server.pass(milliseconds);
      elapsed += milliseconds;
    },
    /** Time passes, and the owner stays signed in. */
    async pass(milliseconds: number) {
      ward.server.pass(milliseconds);
      elapsed += milliseconds;
      const at = ward.server.access.now();
      await store.write((trx) =>
        trx
          .updateTable('session')
          .set({ seen_at: at, expires_at: at + DAY })
          .execute(),
      );
    },
    /** Sets the clock, by which no time passes. */
    setClock(milliseconds: number) {
      offset += milliseconds;
    },
    async waves() {
      const rows = await store.db
        .selectFrom('wave')
        .select(['number', 'state', 'closes_on'])
        .orderBy('number')
        .execute();
      return rows.map(({ number, state, closes_on }) => `${number} ${state} ${closes_on}`);
    },
    async counts() {
      const tables = ['response', 'other_answer', 'cell_tally', 'token', 'link'] as const;
      return Promise.all(
        tables.map(async (table) => (await store.db.selectFrom(table).select('wave_id').execute()).length),
      );
    },
    async log() {
      const rows = await store.db
        .selectFrom('audit')
        .select(['action', 'detail', 'account_id'])
        .where('action', 'in', ['wave-started', 'wave-closed', 'retention-announced', 'retention-applied'])
        .where('account_id', 'is', null)
        .orderBy('sequence')
        .execute();
      return rows.map(({ action }) => action);
    },
  };
}

async function plan(ward: Ward, opensOn: string, closesOn: string, reminders: string[] = []): Promise<string> {
  const wave = { name: 'Planned', opensOn, closesOn, reminders };
  return (await ward.ask<{ wave: { id: string } }>('POST', `/studies/${ward.study}/waves`, wave, 201)).wave.id;
}

const quiet: Omit<DueWorkDone, 'clock'> = { closed: [], started: [], notReady: [], reminding: [], erased: [] };

describe.each(testEngines())('what falls due, in %s', (_, engine) => {
  test('waves start on their first day and close after their last, once, with a line in the log', async () => {
    const { ward, store, dueWork, pass, waves, log } = await leftAlone(await engine.newAddress());
    const wave = await plan(ward, '2026-11-22', '2026-11-23', ['2026-11-23']);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    await pass(2 * DAY);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, started: [wave] });
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    await pass(DAY);
    // on the last day answers are still taken
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, reminding: [wave] });
    await answerWave(ward, wave, { count: 1 });
    await pass(DAY);
    expect(await Promise.all([dueWork(), dueWork()])).toEqual([
      { clock: 'steady', ...quiet, closed: [wave] },
      { clock: 'steady', ...quiet },
    ]);
    expect(await waves()).toEqual(['1 closed 2026-11-23']);
    expect(await log()).toEqual(['wave-started', 'wave-closed']);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('a wave that cannot start is said and tried again; one whose days are over is left to staff', async () => {
    const { ward, store, dueWork, pass, waves } = await leftAlone(await engine.newAddress());
    await plan(ward, '2026-11-21', '2026-11-22');
    const wave = await plan(ward, '2026-11-24', '2026-11-30');
    // as if an instrument had been removed from the server
    const plans = await store.db.selectFrom('respondent_group').selectAll().execute();
    const replace = (from: string, to: string) =>
      store.write(async (trx) => {
        for (const { id, plan: text } of plans) {
          const changed = text.replaceAll('"1.2.0"', `"${to}"`).replaceAll(from, to);
          await trx.updateTable('respondent_group').set({ plan: changed }).where('id', '=', id).execute();
        }
      });
    await replace('"1.2.0"', '9.9.9');
    await pass(4 * DAY);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, notReady: [wave] });
    await replace('"9.9.9"', '1.2.0');
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet, started: [wave] });
    expect(await waves()).toEqual(['1 planned 2026-11-22', '2 open 2026-11-30']);
  });

  test('answers are deleted when the time that people were told is over, a day after it was announced', async () => {
    const { ward, store, dueWork, pass, counts, log } = await leftAlone(await engine.newAddress());
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
    expect([await counts(), await log()]).toEqual([[5, 20, 1, 2, 2], []]);
    await pass(2 * DAY);
    await dueWork();
    expect([(await counts())[0], await log()]).toEqual([5, ['retention-announced']]);
    await dueWork();
    await pass(DAY - 1);
    await dueWork();
    expect([(await counts())[0], await log()]).toEqual([5, ['retention-announced']]);
    await pass(1);
    expect(await dueWork()).toMatchObject({ erased: [first] });
    // the other wave has time; its sums were made for the change between the two
    expect([await counts(), await log()]).toEqual([
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
    const { ward, dueWork, pass, setClock, counts, waves, log } = await leftAlone(await engine.newAddress());
    const closed = await ward.startWave();
    await answerWave(ward, closed, { count: 3 });
    await closeWaveOf(ward, closed);
    const open = await ward.startWave();
    await answerWave(ward, open, { count: 2 });
    const before = [await counts(), await waves(), await log()];
    await dueWork();
    setClock(10 * 365 * DAY);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet });
    await pass(30 * 60_000);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet });
    setClock(-10 * 365 * DAY);
    expect(await dueWork()).toEqual({ clock: 'jumped', ...quiet });
    expect([await counts(), await waves(), await log()]).toEqual(before);
    // back to what it was: an hour later it is believed
    await pass(2 * 60 * 60_000);
    expect(await dueWork()).toEqual({ clock: 'steady', ...quiet });
    expect([await counts(), await waves(), await log()]).toEqual(before);

    // a server that is started with a wrong clock cannot know it; waves are not closed at once, and answers are safe
    const started = leftAloneOn(ward, 10 * 365 * DAY);
    expect(await started()).toEqual({ clock: 'new', ...quiet });
    expect([await counts(), await waves()]).toEqual(before.slice(0, 2));
    expect(await log()).toEqual(['retention-announced']);
    // the announcement of then is none by the right clock, nor by another wrong one
    await pass(60_000);
    await dueWork();
    await pass(3 * DAY);
    expect(await dueWork()).toMatchObject({ clock: 'steady', erased: [] });
    expect(await leftAloneOn(ward, 11 * 365 * DAY)()).toMatchObject({ erased: [] });
    expect((await counts())[0]).toBe(5);
  });

  test('a wave that staff close before its last day ends that day, also where the clock was set back', async () => {
    const { ward, waves, pass } = await leftAlone(await engine.newAddress());
    const wave = await ward.startWave();
    await pass(2 * DAY);
    await closeWaveOf(ward, wave);
    const other = await ward.startWave();
    await pass(-20 * DAY);
    await closeWaveOf(ward, other);
    expect(await waves()).toEqual(['1 closed 2026-11-22', '2 closed 2026-11-20']);
  });

  test('sessions, links and devices that have expired are gone', async () => {
    const { ward, store, dueWork, passAlone } = await leftAlone(await engine.newAddress());
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

function leftAloneOn(ward: Ward, ahead: number) {
  const { store, now } = ward.server.access;
  return createDueWork({ store, catalogue: wardCatalogue, now: () => new Date(now() + ahead), elapsed: () => 0 });
}
