import { appendAudit } from '../../access/audit/append-audit.ts';
import type { Letter } from '../../invitations/mail-transport.ts';
import { describeError } from '../../operations/describe-error.ts';
import type { StaffLetterRow } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { staffAccounts } from './staff-accounts.ts';
import type { StaffAccount, StaffNotice, StaffRoom } from './staff-room.ts';

/** As many at once as a mail server takes from one sender. */
const AT_ONCE = 4;
/** How often a letter that could not be sent is tried: once in each run, which is once a minute. */
export const MOST_TRIES = 10;
/** Milliseconds after which a run begins no further letter: a mail server that says nothing holds up nobody for longer. */
const PATIENCE = 20_000;

type Waiting = Pick<StaffLetterRow, 'account_id' | 'tries'>;

/**
 * Sends every account that a notice is for one letter. Who is written to is decided once and stored, with a line in the
 * audit log; so a second run, another server or a new start sends none of them again. A letter that could not be sent is
 * left for the next run, at most `MOST_TRIES` times. One whose sending was cut short by the end of the process is not sent
 * again: it may have arrived.
 *
 * @param at milliseconds UTC
 * @param elapsed milliseconds by a clock that nobody sets
 * @returns how many letters were sent
 */
export async function sendStaffLetters(
  store: Store,
  room: StaffRoom,
  notice: StaffNotice,
  at: number,
  elapsed: () => number,
): Promise<number> {
  const known = await lettersOf(store, notice);
  if (known.length > 0 && !known.some(isWaiting)) return 0;
  const { organisation_id: organisation } = notice.study;
  const accounts = organisation === null ? [] : await staffAccounts(store, room, organisation);
  if (accounts.length === 0) return 0;
  const letterFor = await notice.prepare();
  const letters = new Map<string, Letter>();
  for (const account of accounts) {
    const letter = letterFor(account);
    if (letter !== undefined) letters.set(account.id, letter);
  }
  if (known.length === 0) await decide(store, notice, [...letters.keys()], at);
  // those that were tried the least often first, so that one who cannot be reached keeps nobody waiting
  const waiting = (await lettersOf(store, notice)).filter(isWaiting).sort((a, b) => b.tries - a.tries);
  const begun = elapsed();
  let sent = 0;
  const send = async () => {
    for (let one = waiting.pop(); one !== undefined && elapsed() - begun < PATIENCE; one = waiting.pop()) {
      const letter = letters.get(one.account_id);
      if (letter !== undefined && (await sendOne(store, room, notice, one, letter, at))) sent++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return sent;
}

const isWaiting = ({ state }: { readonly state: string }): boolean => state === 'waiting';

function lettersOf({ db }: Store, { wave, kind, day }: StaffNotice) {
  return db
    .selectFrom('staff_letter')
    .select(['account_id', 'tries', 'state'])
    .where('wave_id', '=', wave.id)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .orderBy('account_id')
    .execute();
}

async function decide(
  store: Store,
  { wave, study, kind, day }: StaffNotice,
  accounts: StaffAccount['id'][],
  at: number,
) {
  if (accounts.length === 0) return;
  await store.write(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('staff_letter')
      .values(
        accounts.map((account_id) => ({
          wave_id: wave.id,
          kind,
          day,
          account_id,
          state: 'waiting' as const,
          tries: 0,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    // another server has just done it
    if (numInsertedOrUpdatedRows === 0n) return;
    const action = kind === 'reminder' ? 'staff-reminded' : 'wave-not-ready';
    const detail = { study: study.id, day, letters: accounts.length };
    const entry = { action, subject: `wave ${wave.id}`, organisationId: study.organisation_id, detail } as const;
    await appendAudit(trx, { ...entry, accountId: null }, at);
  });
}

/** Whether this call has sent it. */
async function sendOne(
  store: Store,
  { mail, log }: StaffRoom,
  { wave, study, kind, day }: StaffNotice,
  { account_id: account, tries: before }: Waiting,
  letter: Letter,
  at: number,
): Promise<boolean> {
  const tries = before + 1;
  const change = (from: Partial<StaffLetterRow>, to: Partial<StaffLetterRow>) =>
    store.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('staff_letter')
        .set(to)
        .where((is) => is.and({ wave_id: wave.id, kind, day, account_id: account, ...from }))
        .executeTakeFirstOrThrow();
      if (to.state === 'given-up' && numUpdatedRows === 1n) {
        const detail = { study: study.id, wave: wave.id, kind, day, tries };
        const entry = {
          action: 'staff-letter-failed',
          subject: `account ${account}`,
          detail,
          accountId: null,
        } as const;
        await appendAudit(trx, { ...entry, organisationId: study.organisation_id }, at);
      }
      return numUpdatedRows === 1n;
    });
  // whoever changes the row sends the letter: of two servers one
  if (!(await change({ state: 'waiting', tries: before }, { state: 'sending', tries }))) return false;
  try {
    await mail.send(letter);
  } catch (error) {
    const state = tries < MOST_TRIES ? 'waiting' : 'given-up';
    await change({ state: 'sending' }, { state });
    // neither the address nor what the mail server said, which may repeat it
    const reason = describeError(error instanceof Error ? error : new Error(String(error)));
    const next = state === 'waiting' ? 'it is tried again' : 'it is not tried again';
    const fields = { wave: wave.id, kind, account, tries, reason };
    log.complain('staff-letter-failed', `A letter to staff could not be sent, and ${next}: ${reason}`, fields);
    return false;
  }
  await change({ state: 'sending' }, { state: 'sent' });
  return true;
}
