import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../access/audit/verify-audit.ts';
import { waveAndStudy } from '../../answers/find-invitation.ts';
import type { Letter, MailTransport } from '../../invitations/mail-transport.ts';
import type { Role } from '../../model/account.ts';
import { testEngines } from '../../test/engines.ts';
import { answerWave, closeWaveOf } from '../test/answer-wave.ts';
import { DAY, leftAlone, plan, removeInstrument } from '../test/left-alone.ts';
import { MOST_TRIES, sendStaffLetters } from './send-staff-letters.ts';
import type { StaffNotice } from './staff-room.ts';

const MINUTE = 60_000;
const TO_REMINDER = 7 * DAY;

/** The ward with its owner and more staff, and a wave that reminds on 2026-11-27. */
async function staffed(address: string) {
  const alone = await leftAlone(address);
  const { ward, store } = alone;
  const change = (email: string, changes: { locale?: string; disabled?: number; password_hash?: null; role?: Role }) =>
    store.write((trx) => trx.updateTable('account').set(changes).where('email', '=', email).execute());
  const add = async (email: string, role: Role, team?: string, changes?: Parameters<typeof change>[1]) => {
    const account = await ward.server.addAccount(ward.organisation, role, { email, ...(team && { team }) });
    if (changes !== undefined) await change(email, changes);
    return account;
  };
  const { email: owner } = await store.db.selectFrom('account').select('email').executeTakeFirstOrThrow();
  return { ...alone, add, change, owner, recipients: () => alone.letters.map(({ to }) => to).sort() };
}

const to = (letters: readonly Letter[], email: string) => letters.find((letter) => letter.to === email)!;

describe.each(testEngines())('letters to staff, in %s', (_, engine) => {
  test('on a reminder day owners, analysts and leads get one each, with what the results show them', async () => {
    const { ward, store, add, owner, letters, dueWork, newServer, pass, recipients, log } = await staffed(
      await engine.storeAddress(),
    );
    await add('analyst@ward3.example', 'analyst', undefined, { locale: 'cs' });
    await add('red@ward3.example', 'lead', 'red');
    await add('blue@ward3.example', 'lead', 'blue');
    await add('house@ward3.example', 'lead', 'house');
    // not asked, not one who looks after anything, gone, never come, somebody else's
    await add('green@ward3.example', 'lead', 'green');
    await add('viewer@ward3.example', 'viewer');
    await add('gone@ward3.example', 'analyst', undefined, { disabled: 1 });
    await add('invited@ward3.example', 'analyst', undefined, { password_hash: null });
    await ward.server.addAccount(await ward.server.addOrganisation('Elsewhere'), 'owner');
    const cells = [
      { team: 'red', group: 'staff', expected: 9 },
      { team: 'blue', group: 'staff', expected: 12 },
    ];
    const waves = `/studies/${ward.study}/waves`;
    const dates = { opensOn: '2026-11-20', closesOn: '2026-12-04', reminders: ['2026-11-27'] };
    const { wave: planned } = await ward.ask<{ wave: { id: string } }>(
      'POST',
      waves,
      { name: 'Autumn', ...dates, cells },
      201,
    );
    const wave = planned.id;
    await ward.ask('POST', `${waves}/${wave}/start`, {});
    await answerWave(ward, wave, { count: 6, team: 'red' });
    await answerWave(ward, wave, { count: 7, team: 'blue' });
    await pass(TO_REMINDER - DAY);
    expect(await dueWork()).toMatchObject({ reminding: [], letters: 0 });
    await pass(DAY);
    // a server that has just started waits until its clock can be believed
    expect(await newServer({ isNew: true })()).toMatchObject({ clock: 'new', letters: 0 });
    expect(await dueWork()).toMatchObject({ reminding: [wave], letters: 5 });
    const expected = [
      'analyst@ward3.example',
      'blue@ward3.example',
      'house@ward3.example',
      'red@ward3.example',
      owner,
    ].sort();
    expect(recipients()).toEqual(expected);

    const page = `https://survey.ward3.example/studies/${ward.study}`;
    expect(to(letters, owner)).toMatchObject({ subject: 'Reminder day: Tea on the ward, Autumn' });
    for (const part of [
      '27 November 2026',
      'until 4 December 2026',
      '\nSo far 13 people have answered; 21 are asked.\n',
      `:\n${page}\n`,
    ]) {
      expect(to(letters, owner).text).toContain(part);
    }
    const analyst = to(letters, 'analyst@ward3.example');
    expect(analyst.subject).toBe('Den připomenutí: Čaj na oddělení, Autumn');
    expect(analyst.text).toContain('27. listopadu 2026');
    expect(analyst.text).toContain('\nPočet odpovědí zatím: 13, tázaných lidí: 21.\n');
    for (const [email, count] of [
      ['red@ward3.example', 'In Red team 6 people have answered; 9 are asked.'],
      ['blue@ward3.example', 'In Blue team 7 people have answered; 12 are asked.'],
      ['house@ward3.example', 'In House 13 people have answered; 21 are asked.'],
    ] as const) {
      expect(to(letters, email).text).toContain(`\nSo far 13 people have answered; 21 are asked.\n${count}\n`);
    }
    for (const email of ['analyst@ward3.example', owner]) expect(to(letters, email).text).not.toMatch(/Red|Blue/);
    for (const [email, others] of [
      ['red@ward3.example', /Blue|House/],
      ['blue@ward3.example', /Red|House/],
    ] as const) {
      expect(to(letters, email).text).not.toMatch(others);
      expect(to(letters, email).text).toContain(page);
    }

    type Answered = { participation: { expected: number; responses: unknown } };
    expect((await ward.ask<Answered>('GET', `/studies/${ward.study}/results`)).participation).toMatchObject({
      expected: 21,
      responses: { status: 'shown', value: 13 },
    });

    // neither in the next minute, nor by another server or after a new start, nor on the next day
    await pass(MINUTE);
    expect(await dueWork()).toMatchObject({ reminding: [wave], letters: 0 });
    expect(await newServer()()).toMatchObject({ reminding: [wave], letters: 0 });
    expect(recipients()).toEqual(expected);
    expect(await log()).toEqual([
      {
        action: 'staff-reminded',
        subject: `wave ${wave}`,
        detail: { study: ward.study, day: '2026-11-27', letters: 5 },
      },
    ]);
    await pass(DAY);
    expect(await dueWork()).toMatchObject({ reminding: [], letters: 0 });
    // another day has letters of its own
    await ward.ask('PATCH', `${waves}/${wave}`, { reminders: ['2026-11-27', '2026-11-28'] });
    expect(await dueWork()).toMatchObject({ reminding: [wave], letters: 5 });
    await closeWaveOf(ward, wave);
    await dueWork();
    expect(await store.db.selectFrom('staff_letter').selectAll().execute()).toEqual([]);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('under the threshold no number is told, nor which team it would be', async () => {
    const { ward, add, owner, letters, dueWork, pass } = await staffed(await engine.storeAddress());
    await add('red@ward3.example', 'lead', 'red');
    const wave = await ward.startWave();
    await answerWave(ward, wave, { count: 4 });
    await pass(TO_REMINDER);
    expect(await dueWork()).toMatchObject({ letters: 2 });
    expect(to(letters, owner).text).toContain('So far fewer than 5 people have answered.');
    const lead = to(letters, 'red@ward3.example').text;
    expect(lead).toContain('How many in Red team have answered is not shown');
    // a reason is for those who look after the study
    expect(lead).not.toContain('fewer');
    for (const { text } of letters) expect(text).not.toMatch(/\b4 people|\b4;/);
  });

  test('letters leave from the set hour on, by the day and the clock of the set time zone', async () => {
    const { ward, letters, dueWork, newServer, pass, log } = await staffed(await engine.storeAddress());
    const until = (instant: string) => pass(Date.parse(instant) - ward.server.access.now());
    const wave = await ward.startWave();
    const missing = await plan(ward, '2026-11-27', '2026-12-31');
    await removeInstrument(ward);
    const auckland = newServer({ letterHour: { from: '06:30', timeZone: 'Pacific/Auckland' } });
    const newYork = newServer({ letterHour: { from: '00:00', timeZone: 'America/New_York' } });
    // in Auckland the 27th begins at 11:00, and the set hour is 17:30
    const quietToday = { reminding: [], notReady: [], letters: 0 };
    await until('2026-11-26T10:59:59Z');
    expect(await auckland()).toMatchObject(quietToday);
    await until('2026-11-26T17:29:59Z');
    expect(await auckland()).toMatchObject({ ...quietToday, reminding: [wave] });
    expect(await dueWork()).toMatchObject(quietToday);
    // at midnight waves go by UTC, and letters wait until seven
    const waiting = { reminding: [wave], notReady: [missing], letters: 0 };
    for (const instant of ['2026-11-27T00:00:00Z', '2026-11-27T06:59:59Z']) {
      await until(instant);
      expect(await dueWork()).toMatchObject(waiting);
    }
    expect([letters, await log()]).toEqual([[], []]);
    await until('2026-11-27T07:00:00Z');
    expect(await dueWork()).toMatchObject({ ...waiting, letters: 2 });
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      'Could not start: Tea on the ward, Planned',
      'Reminder day: Tea on the ward, Autumn',
    ]);
    for (const { text } of letters) expect(text).toContain('27 November 2026');
    // once, whatever hour another server is set to
    for (const other of [auckland, newYork]) expect(await other()).toMatchObject({ ...waiting, letters: 0 });
    // where it is still the 27th
    await until('2026-11-28T04:59:59Z');
    expect(await dueWork()).toMatchObject({ reminding: [], letters: 0 });
    expect(await newYork()).toMatchObject({ reminding: [wave], letters: 0 });
  });

  test('visitors of a demonstration and simulated studies get none', async () => {
    const { ward, store, add, owner, dueWork, pass, recipients, log } = await staffed(await engine.storeAddress());
    const guest = await add('guest@ward3.example', 'analyst');
    ward.server.access.guests.add(guest.id);
    await ward.startWave();
    await pass(TO_REMINDER);
    const simulate = (simulated: 0 | 1) =>
      store.write((trx) => trx.updateTable('study').set({ simulated }).where('id', '=', ward.study).execute());
    await simulate(1);
    expect(await dueWork()).toMatchObject({ letters: 0 });
    expect([recipients(), await log()]).toEqual([[], []]);
    await simulate(0);
    expect(await dueWork()).toMatchObject({ letters: 1 });
    expect(recipients()).toEqual([owner]);
  });

  test('one that fails stops neither the others nor what is due, is logged, and tried again for a while', async () => {
    const { ward, store, add, change, owner, letters, lines, newServer, pass, waves, log } = await staffed(
      await engine.storeAddress(),
    );
    const accounts = [
      await add('a@ward3.example', 'analyst'),
      await add('b@ward3.example', 'analyst'),
      await add('c@ward3.example', 'analyst'),
    ];
    const failing = new Map([
      ['a@ward3.example', 2],
      ['b@ward3.example', 1000],
      ['c@ward3.example', 1000],
    ]);
    const mail: MailTransport = {
      async send(letter) {
        const left = failing.get(letter.to) ?? 0;
        failing.set(letter.to, left - 1);
        if (left > 0) throw Object.assign(new Error(`550 no mailbox ${letter.to}`), { code: 'EENVELOPE' });
        letters.push(letter);
      },
      close: async () => {},
    };
    const dueWork = newServer({ mail });
    const wave = await ward.startWave();
    const next = await plan(ward, '2026-11-27', '2026-12-31');
    await pass(TO_REMINDER);
    expect(await dueWork()).toMatchObject({ reminding: [wave], started: [next], letters: 1 });
    expect(await waves()).toEqual(['1 open 2026-12-04', '2 open 2026-12-31']);
    expect(letters.map((letter) => letter.to)).toEqual([owner]);
    expect(lines).toHaveLength(3);
    expect(lines.find(({ fields }) => fields.account === accounts[0]!.id)).toEqual({
      event: 'staff-letter-failed',
      text: expect.stringMatching(/^A letter to staff could not be sent, and it is tried again: Error EENVELOPE/),
      fields: { wave, kind: 'reminder', account: accounts[0]!.id, tries: 1, reason: expect.any(String) },
    });
    expect(JSON.stringify(lines)).not.toContain('@ward3.example');
    // who comes later is not written to: who is was decided once
    await add('late@ward3.example', 'analyst');
    await pass(MINUTE);
    expect(await dueWork()).toMatchObject({ letters: 0 });
    // who is gone meanwhile is tried no more; another server goes on where this one was
    await change('c@ward3.example', { disabled: 1 });
    expect(await newServer({ mail })()).toMatchObject({ letters: 1 });
    expect(letters.map((letter) => letter.to)).toEqual([owner, 'a@ward3.example']);
    for (let run = 3; run < MOST_TRIES + 5; run++) await dueWork();
    expect(failing.get('b@ward3.example')).toBe(1000 - MOST_TRIES);
    expect(failing.get('c@ward3.example')).toBe(998);
    expect(lines.at(-1)?.text).toMatch(/and it is not tried again/);
    expect(await store.db.selectFrom('staff_letter').select(['state', 'tries']).orderBy('tries').execute()).toEqual([
      { state: 'sent', tries: 1 },
      { state: 'waiting', tries: 2 },
      { state: 'sent', tries: 3 },
      { state: 'given-up', tries: MOST_TRIES },
    ]);
    expect((await log()).slice(-2)).toEqual([
      { action: 'staff-reminded', subject: `wave ${wave}`, detail: expect.objectContaining({ letters: 4 }) },
      {
        action: 'staff-letter-failed',
        subject: `account ${accounts[1]!.id}`,
        detail: { study: ward.study, wave, kind: 'reminder', day: '2026-11-27', tries: MOST_TRIES },
      },
    ]);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('of two servers at once, and of one that ends while it sends, nobody gets two', async () => {
    const { ward, add, letters, newServer, pass, recipients, log } = await staffed(await engine.storeAddress());
    for (const name of 'abcdefg') await add(`${name}@ward3.example`, 'analyst');
    await ward.startWave();
    await pass(TO_REMINDER);
    const [one, two] = await Promise.all([newServer()(), newServer()()]);
    expect(one.letters + two.letters).toBe(8);
    expect(new Set(recipients()).size).toBe(8);
    expect(await log()).toHaveLength(1);

    const second = await ward.startWave();
    letters.length = 0;
    // it ends before any of the four it has begun with has an answer
    let begun = 0;
    let begunAll: (() => void) | undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begunAll = resolve;
    });
    const begunTo: string[] = [];
    const mail: MailTransport = {
      send: (letter) => {
        begunTo.push(letter.to);
        if (++begun === 4) begunAll!();
        return new Promise(() => {});
      },
      close: async () => {},
    };
    void newServer({ mail })();
    await hasBegun;
    expect(await newServer()()).toMatchObject({ reminding: expect.arrayContaining([second]), letters: 4 });
    expect(new Set([...recipients(), ...begunTo]).size).toBe(8);
    expect(await newServer()()).toMatchObject({ letters: 0 });
  });

  test('a mail server that says nothing holds up a run for the time of four letters', async () => {
    const { ward, add, newServer, passAlone, pass } = await staffed(await engine.storeAddress());
    for (const name of 'abcdefg') await add(`${name}@ward3.example`, 'analyst');
    await ward.startWave();
    await pass(TO_REMINDER);
    const tried: string[] = [];
    let isDead = true;
    const mail: MailTransport = {
      async send({ to: address }) {
        tried.push(address);
        if (!isDead) return;
        // four wait at the same time
        await new Promise(setImmediate);
        passAlone(5_000);
        throw new Error('timeout');
      },
      close: async () => {},
    };
    const dueWork = newServer({ mail });
    expect(await dueWork()).toMatchObject({ letters: 0 });
    const first = tried.splice(0);
    expect(first.length).toBeLessThanOrEqual(7);
    passAlone(MINUTE);
    isDead = false;
    // those that were not tried come first
    expect(await dueWork()).toMatchObject({ letters: 8 });
    for (const address of tried.slice(0, 8 - first.length)) expect(first).not.toContain(address);
  });

  test('owners and analysts are told once that a wave could not start, and why', async () => {
    const { ward, add, owner, letters, dueWork, newServer, pass, recipients, log } = await staffed(
      await engine.storeAddress(),
    );
    await add('analyst@ward3.example', 'analyst', undefined, { locale: 'cs' });
    await add('red@ward3.example', 'lead', 'red');
    const wave = await plan(ward, '2026-11-24', '2026-11-30');
    const putBack = await removeInstrument(ward);
    await pass(4 * DAY);
    expect(await dueWork()).toMatchObject({ notReady: [wave], letters: 2 });
    expect(recipients()).toEqual([owner, 'analyst@ward3.example'].sort());
    expect(to(letters, owner).subject).toBe('Could not start: Tea on the ward, Planned');
    for (const part of [
      'was to start on 24 November 2026 and could not',
      '\n- groups.staff.plan.parts.tea: tea@9.9.9 is not installed here\n',
      'until 30 November 2026',
      `/studies/${ward.study}?step=start\n`,
    ]) {
      expect(to(letters, owner).text).toContain(part);
    }
    expect(to(letters, 'analyst@ward3.example').text).toContain(
      '\n- groups.staff.plan.parts.tea: dotazník tu není nainstalován\n',
    );
    await pass(DAY);
    expect(await dueWork()).toMatchObject({ notReady: [wave], letters: 0 });
    expect(await newServer()()).toMatchObject({ notReady: [wave], letters: 0 });
    expect(await log()).toEqual([
      {
        action: 'wave-not-ready',
        subject: `wave ${wave}`,
        detail: { study: ward.study, day: '2026-11-24', letters: 2 },
      },
    ]);
    // staff have moved it, and it cannot start on that day either
    await ward.ask('PATCH', `/studies/${ward.study}/waves/${wave}`, { opensOn: '2026-11-26' });
    await pass(DAY);
    expect(await dueWork()).toMatchObject({ notReady: [wave], letters: 2 });
    await putBack();
    expect(await dueWork()).toMatchObject({ started: [wave], letters: 0 });
  });

  test('what letters say is looked up only while some are to be sent', async () => {
    const { ward, store, pass } = await staffed(await engine.storeAddress());
    const wave = (await waveAndStudy(store.db, await ward.startWave()))!;
    await pass(TO_REMINDER);
    let prepared = 0;
    const notice: StaffNotice = {
      kind: 'reminder',
      day: '2026-11-27',
      ...wave,
      prepare: async () => {
        prepared++;
        return ({ email }) => ({ to: email, subject: 'Today', text: 'Today' });
      },
    };
    const room = { access: ward.server.access, mail: { send: async () => {}, close: async () => {} } };
    const log = { complain: expect.unreachable };
    const send = () => sendStaffLetters(store, { ...room, log }, notice, ward.server.access.now(), () => 0);
    expect([await send(), await send(), prepared]).toEqual([1, 0, 1]);
  });
});
