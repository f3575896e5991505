import type { Letter, MailTransport } from '../../invitations/mail-transport.ts';
import type { LogFields } from '../../operations/log.ts';
import { createDueWork, type DueWorkDone } from '../due-work.ts';
import type { LetterHour } from '../staff-letters/letter-hour.ts';
import { type Ward, wardCatalogue, wardStudy } from './ward-study.ts';

export const DAY = 86_400_000;
export const TEN_MINUTES = 600_000;

/** What is done on a day on which nothing is due. */
export const quiet: Omit<DueWorkDone, 'clock'> = {
  held: [],
  closed: [],
  started: [],
  notReady: [],
  reminding: [],
  erased: [],
  letters: 0,
};

interface LogLine {
  readonly event: string;
  readonly text: string;
  readonly fields: LogFields;
}

interface NewServer {
  readonly isNew?: boolean;
  readonly mail?: MailTransport;
  /** milliseconds that its clock is ahead */
  readonly ahead?: number;
  readonly letterHour?: LetterHour;
}

/** A server that was left to itself from 2026-11-20 08:00 on, and has run for ten minutes. */
export async function leftAlone(address: string) {
  const ward = await wardStudy(address, { linkage: 'none' });
  const { access } = ward.server;
  const { store } = access;
  let elapsed = 0;
  let offset = 0;
  const letters: Letter[] = [];
  const lines: LogLine[] = [];
  const post: MailTransport = { send: async (letter) => void letters.push(letter), close: async () => {} };
  const note = (event: string, text: string, fields: LogFields = {}) => void lines.push({ event, text, fields });

  /** A server on the same database; one that is `new` has not run for ten minutes, as far as it knows. */
  const newServer = ({ isNew = false, mail = post, ahead = 0, letterHour }: NewServer = {}) => {
    let begun = elapsed;
    const dueWork = createDueWork({
      store,
      catalogue: wardCatalogue,
      access,
      mail,
      log: { say: note, complain: note },
      ...(letterHour && { letterHour }),
      now: () => new Date(access.now() + offset + ahead),
      elapsed: () => elapsed - begun,
    });
    if (!isNew) begun -= TEN_MINUTES;
    return dueWork;
  };

  const log = async () => {
    const rows = await store.db
      .selectFrom('audit')
      .select(['action', 'subject', 'detail'])
      .where('action', 'not in', ['request-refused', 'sign-in-failed'])
      .where('account_id', 'is', null)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  };

  return {
    ward,
    store,
    dueWork: newServer(),
    newServer,
    /** letters to staff */
    letters,
    /** what the log says */
    lines,
    passAlone(milliseconds: number) {
      ward.server.pass(milliseconds);
      elapsed += milliseconds;
    },
    /** Time passes, and the owner stays signed in. */
    async pass(milliseconds: number) {
      ward.server.pass(milliseconds);
      elapsed += milliseconds;
      const at = access.now();
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
    /** What the audit log says was done by nobody with an account. */
    log,
    actions: async () => (await log()).map(({ action }) => action),
  };
}

export async function plan(ward: Ward, opensOn: string, closesOn: string, reminders: string[] = []): Promise<string> {
  const wave = { name: 'Planned', opensOn, closesOn, reminders };
  return (await ward.ask<{ wave: { id: string } }>('POST', `/studies/${ward.study}/waves`, wave, 201)).wave.id;
}

/** As if an instrument had been removed from the server; gives what puts it back. */
export async function removeInstrument({ server, study }: Ward): Promise<() => Promise<void>> {
  const { store } = server.access;
  const groups = await store.db.selectFrom('respondent_group').selectAll().where('study_id', '=', study).execute();
  const replace = (change: (plan: string) => string) =>
    store.write(async (trx) => {
      for (const { id, plan: text } of groups) {
        await trx
          .updateTable('respondent_group')
          .set({ plan: change(text) })
          .where('id', '=', id)
          .execute();
      }
    });
  await replace((text) => text.replaceAll('"1.2.0"', '"9.9.9"'));
  return () => replace((text) => text);
}
