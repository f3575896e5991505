import { appendAudit } from '../access/audit/append-audit.ts';
import type { AuditAction } from '../access/audit/audit-entry.ts';
import { IDLE_LIMIT } from '../access/session/sessions.ts';
import { waveAndStudy } from '../answers/find-invitation.ts';
import type { Catalogue } from '../catalogue.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { applyRetention } from './apply-retention.ts';
import { type ClockState, clockWatch } from './clock-watch.ts';
import { closeWave } from './close-wave.ts';
import { startWave } from './start-wave.ts';

export interface DueWorkOptions {
  readonly store: Store;
  readonly catalogue: Catalogue;
  /** the clock that says what is due; the server's by default */
  readonly now?: () => Date;
  /** milliseconds that have passed by a clock that nobody sets; the process' own by default */
  readonly elapsed?: () => number;
}

/** What a run has done. */
export interface DueWorkDone {
  /** where it `jumped` nothing was done, where it is `new` no wave was closed */
  readonly clock: ClockState;
  /** ids of the waves that were closed, and started */
  readonly closed: readonly string[];
  readonly started: readonly string[];
  /** waves whose first day has come and that cannot start, because something is missing in the study */
  readonly notReady: readonly string[];
  /** open waves that remind today: by the calendar file, and as a notice to staff, because no addresses are kept */
  readonly reminding: readonly string[];
  /** waves whose answers were deleted because their time is over */
  readonly erased: readonly string[];
}

const NOTHING = { closed: [], started: [], notReady: [], reminding: [], erased: [] };

/**
 * Makes the function that does what falls due by the calendar: closes waves after their last day, starts those whose first
 * day has come (where the study is open and nothing is missing), deletes answers when the time that people were told is
 * over, and what has expired of sessions, links and known devices. To be called at start and then every few minutes; a
 * second call waits for the first. It may be called as often as one likes, and by several servers.
 *
 * A clock that is wrong for a while does no harm that cannot be undone: after a jump nothing is done for an hour, in the
 * first ten minutes no wave is closed (nobody can answer on a day that is past all the same), and answers are deleted only
 * when that was announced in the audit log a day before (`applyRetention`).
 *
 * @example const dueWork = createDueWork({ store, catalogue }); await dueWork();
 */
export function createDueWork({
  store,
  catalogue,
  now = () => new Date(),
  elapsed = () => performance.now(),
}: DueWorkOptions): () => Promise<DueWorkDone> {
  const clockOf = clockWatch(elapsed);
  const run = async (): Promise<DueWorkDone> => {
    const at = now().getTime();
    const clock = clockOf(at);
    if (clock === 'jumped') return { clock, ...NOTHING };
    await expire(store, at);
    const closed = clock === 'new' ? [] : await closeOverdue(store, at);
    const { started, notReady } = await startPlanned(store, catalogue, at);
    return {
      clock,
      closed,
      started,
      notReady,
      reminding: await remindingOn(store, dayOf(at)),
      erased: await applyRetention({ store, catalogue }, at),
    };
  };
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function closeOverdue(store: Store, at: number): Promise<string[]> {
  const day = dayOf(at);
  const overdue = await store.db
    .selectFrom('wave')
    .select('id')
    .where('state', '=', 'open')
    .where('closes_on', '<', day)
    .orderBy('id')
    .execute();
  const closed: string[] = [];
  for (const { id } of overdue) {
    const done = await store.write(async (trx) => {
      const found = await waveAndStudy(trx, id);
      // somebody has closed it or given it more days meanwhile
      if (found?.wave.state !== 'open' || found.wave.closes_on >= day) return false;
      await closeWave(trx, found.wave, day);
      await appendAudit(trx, entry('wave-closed', found.wave.id, found.study), at);
      return true;
    });
    if (done) closed.push(id);
  }
  return closed;
}

async function startPlanned(store: Store, catalogue: Catalogue, at: number) {
  const day = dayOf(at);
  const planned = await store.db
    .selectFrom('wave')
    .innerJoin('study', 'study.id', 'wave.study_id')
    .select('wave.id')
    .where('wave.state', '=', 'planned')
    .where('study.state', '=', 'open')
    .where('opens_on', '<=', day)
    .where('closes_on', '>=', day)
    .orderBy('wave.id')
    .execute();
  const started: string[] = [];
  const notReady: string[] = [];
  for (const { id } of planned) {
    try {
      const done = await store.write(async (trx) => {
        const found = await waveAndStudy(trx, id);
        if (found?.wave.state !== 'planned' || found.wave.opens_on > day) return false;
        await startWave(trx, found.study, found.wave, catalogue, day);
        await appendAudit(trx, entry('wave-started', id, found.study), at);
        return true;
      });
      if (done) started.push(id);
    } catch (error) {
      // staff see what is missing when they look at the study; the next run tries again
      if (!(error instanceof Refusal)) throw error;
      notReady.push(id);
    }
  }
  return { started, notReady };
}

async function remindingOn({ db }: Store, day: string): Promise<string[]> {
  const open = await db.selectFrom('wave').select(['id', 'reminders']).where('state', '=', 'open').execute();
  return open.filter(({ reminders }) => (JSON.parse(reminders) as string[]).includes(day)).map(({ id }) => id);
}

/** Deletes what lets nobody in any more. */
async function expire(store: Store, at: number): Promise<void> {
  await store.write(async (trx) => {
    await trx
      .deleteFrom('session')
      .where((is) => is.or([is('expires_at', '<=', at), is('seen_at', '<=', at - IDLE_LIMIT)]))
      .execute();
    await trx.deleteFrom('one_time_link').where('expires_at', '<=', at).execute();
    await trx.deleteFrom('known_device').where('expires_at', '<=', at).execute();
  });
}

function entry(
  action: AuditAction,
  wave: string,
  study: { readonly id: string; readonly organisation_id: string | null },
) {
  return {
    action,
    subject: `wave ${wave}`,
    organisationId: study.organisation_id,
    accountId: null,
    detail: { study: study.id },
  };
}
