import { IDLE_LIMIT } from '../access/session/sessions.ts';
import type { Catalogue } from '../catalogue.ts';
import { describeError } from '../operations/describe-error.ts';
import type { Log } from '../operations/log.ts';
import type { Store } from '../store/store.ts';
import { applyRetention } from './apply-retention.ts';
import { type ClockState, clockWatch } from './clock-watch.ts';
import { closeOverdue, overdueWaves, remindingOn, startPlanned, wavesToStart } from './due-waves.ts';
import { DEFAULT_LETTER_HOUR, type LetterHour, localTime } from './staff-letters/letter-hour.ts';
import { notReadyNotice, reminderNotice } from './staff-letters/notices.ts';
import { sendStaffLetters } from './staff-letters/send-staff-letters.ts';
import type { StaffNotice, StaffRoom } from './staff-letters/staff-room.ts';

/** The room of a server has all of it but the catalogue. */
export interface DueWorkOptions extends StaffRoom {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly log: Pick<Log, 'say' | 'complain'>;
  /** from when on letters to staff leave; from 07:00 UTC by default */
  readonly letterHour?: LetterHour;
  /** the clock that says what is due; the server's by default */
  readonly now?: () => Date;
  /** milliseconds that have passed by a clock that nobody sets; the process' own by default */
  readonly elapsed?: () => number;
}

/** What a run has done. */
export interface DueWorkDone {
  /** where it `jumped` nothing was done; where it is `new` no wave was started or closed, and no letter was sent */
  readonly clock: ClockState;
  /** ids of waves whose day to start or to close has come, left as they are because the clock is not believed yet */
  readonly held: readonly string[];
  /** ids of the waves that were closed, and started */
  readonly closed: readonly string[];
  readonly started: readonly string[];
  /** waves whose first day has come and that cannot start, because something is missing in the study */
  readonly notReady: readonly string[];
  /**
   * open waves that remind on the present day of the time zone of `letterHour`: staff by letter from that hour on, people by
   * their calendar file alone, because no addresses are kept
   */
  readonly reminding: readonly string[];
  /** waves whose answers were deleted because their time is over */
  readonly erased: readonly string[];
  /** how many letters to staff were sent */
  readonly letters: number;
}

const NOTHING = { held: [], closed: [], started: [], notReady: [], reminding: [], erased: [], letters: 0 };

/**
 * Makes the function that does what falls due by the calendar: closes waves after their last day, starts those whose first
 * day has come (where the study is open and nothing is missing), deletes answers when the time that people were told is
 * over, and what has expired of sessions, links and known devices, and writes to staff of days to remind people and of
 * waves that could not start, from the hour of `letterHour` on. Whatever is not a letter goes by days in UTC. To be called
 * at start and then every minute; a second call waits for the first. It may be called as often as one likes, and by several
 * servers.
 *
 * A clock that is wrong for a while does no harm that cannot be undone: after a jump nothing is done for an hour; in the
 * first ten minutes no wave is started or closed and nobody is written to, because neither can be taken back (nobody can
 * answer on a day that is past all the same); and answers are deleted only when that was announced in the audit log a day
 * before (`applyRetention`).
 *
 * @example const dueWork = createDueWork({ ...room, catalogue }); await dueWork();
 */
export function createDueWork({
  store,
  catalogue,
  letterHour = DEFAULT_LETTER_HOUR,
  now = () => new Date(),
  elapsed = () => performance.now(),
  ...room
}: DueWorkOptions): () => Promise<DueWorkDone> {
  const clockOf = clockWatch(elapsed);
  let told = '';
  const holdBack = async (day: string, clock: keyof typeof HELD_BECAUSE): Promise<string[]> => {
    const held = [...(await overdueWaves(store, day)), ...(await wavesToStart(store, day))];
    if (held.length > 0 && told !== `${clock} ${held}`) {
      const text = `Waves to start or to close: ${held.length}. ${HELD_BECAUSE[clock]}`;
      room.log.say('waves-held', text, { clock, waves: held.length });
    }
    told = `${clock} ${held}`;
    return held;
  };
  const run = async (): Promise<DueWorkDone> => {
    const at = now().getTime();
    const day = new Date(at).toISOString().slice(0, 10);
    const clock = clockOf(at);
    if (clock === 'jumped') return { ...NOTHING, clock, held: await holdBack(day, clock) };
    await expire(store, at);
    if (clock === 'new') {
      const held = await holdBack(day, clock);
      return { ...NOTHING, clock, held, erased: await applyRetention({ store, catalogue }, at) };
    }
    const closed = await closeOverdue(store, day, at);
    const { started, notReady } = await startPlanned(store, catalogue, day, at);
    const erased = await applyRetention({ store, catalogue }, at);
    const local = localTime(at, letterHour.timeZone);
    const reminding = await remindingOn(store, local.day);
    const notices = [
      ...notReady.map((one) => notReadyNotice(room, one, one.missing)),
      ...reminding.map((one) => reminderNotice(store, room, one, local.day)),
    ];
    const mayLeave = local.time >= letterHour.from;
    let letters = 0;
    for (const notice of mayLeave ? notices : []) letters += await tell(store, room, notice, at, elapsed);
    const idOf = ({ wave }: { readonly wave: { readonly id: string } }) => wave.id;
    return {
      clock,
      held: [],
      closed,
      started,
      notReady: notReady.map(idOf),
      reminding: reminding.map(idOf),
      erased,
      letters,
    };
  };
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

const HELD_BECAUSE = {
  new: 'They wait until the server has run for ten minutes: the clock of a machine that has just started may be wrong.',
  jumped: 'They wait until an hour after the clock was set.',
} as const;

/** Letters that cannot be made hold up nothing else that is due. Of made-up answers nobody is written to. */
async function tell(store: Store, room: StaffRoom, notice: StaffNotice, at: number, elapsed: () => number) {
  if (notice.study.simulated === 1) return 0;
  try {
    return await sendStaffLetters(store, room, notice, at, elapsed);
  } catch (error) {
    const reason = describeError(error instanceof Error ? error : new Error(String(error)));
    const fields = { wave: notice.wave.id, kind: notice.kind, reason };
    room.log.complain('staff-letters-failed', `Letters to staff were not sent, and are tried again: ${reason}`, fields);
    return 0;
  }
}

/** Deletes what lets nobody in any more, and which letters were sent about waves that are over. */
async function expire(store: Store, at: number): Promise<void> {
  await store.write(async (trx) => {
    await trx
      .deleteFrom('session')
      .where((is) => is.or([is('expires_at', '<=', at), is('seen_at', '<=', at - IDLE_LIMIT)]))
      .execute();
    await trx.deleteFrom('one_time_link').where('expires_at', '<=', at).execute();
    await trx.deleteFrom('known_device').where('expires_at', '<=', at).execute();
    await trx
      .deleteFrom('staff_letter')
      .where('wave_id', 'in', (query) => query.selectFrom('wave').select('id').where('state', '=', 'closed'))
      .execute();
  });
}
