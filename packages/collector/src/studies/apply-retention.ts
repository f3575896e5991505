import type { Transaction } from 'kysely';
import { appendAudit } from '../access/audit/append-audit.ts';
import type { AuditAction } from '../access/audit/audit-entry.ts';
import { Refusal } from '../refusal.ts';
import { storedRelease } from '../results/release/read-release.ts';
import { keptChange, wavePairOf } from '../results/reports/kept-reports.ts';
import type { FoldOptions } from '../results/tally/fold.ts';
import type { StartedWave } from '../results/view/study-waves.ts';
import type { Database } from '../store/database.ts';
import type { Store } from '../store/store.ts';

const DAY = 86_400_000;
/** So many rows at a time, so that answers that come in meanwhile need not wait. */
const ROWS = 2_000;
/** An announcement counts for so long: an older one may be that of a clock that was wrong then. */
const VALID = 14 * DAY;
const WITH_ANSWERS = ['response', 'other_answer', 'token', 'link', 'cell_tally'] as const;

interface DueWave {
  readonly id: string;
  readonly studyId: string;
  readonly organisationId: string | null;
  readonly closesOn: string;
  readonly days: number;
}

/**
 * Deletes what people have answered in waves that closed so many days ago as their study keeps answers: the records, what
 * was answered beside them, the sums by cell, and links that are left. What stays is the wave, and its figures as they are
 * released. Each deletion is announced in the audit log, and takes place a day after that at the earliest: so a clock that
 * is wrong for some hours deletes nothing, and owners see it coming.
 *
 * @param at milliseconds UTC
 * @returns ids of the waves whose answers were deleted
 */
export async function applyRetention(options: FoldOptions, at: number): Promise<string[]> {
  const { store } = options;
  const rows = await store.db
    .selectFrom('wave')
    .innerJoin('study', 'study.id', 'wave.study_id')
    .select(['wave.id', 'study_id as studyId', 'organisation_id as organisationId', 'closes_on as closesOn'])
    .select('retention_days as days')
    .where('retention_days', 'is not', null)
    .where('wave.state', '=', 'closed')
    .$narrowType<{ days: number }>()
    .orderBy('wave.id')
    .execute();
  const erased: string[] = [];
  for (const wave of rows) {
    // the last day counts whole
    const due = Date.parse(`${wave.closesOn}T00:00:00Z`) + (wave.days + 1) * DAY;
    // announced a day before it is due, so that a day after the announcement it is
    if (at < due - DAY || !(await hasAnswers(store, wave.id))) continue;
    const announced = await lastAnnouncement(store, wave.id);
    if (announced === undefined || announced > at || announced < at - VALID) {
      const announce = (trx: Transaction<Database>) => note(trx, 'retention-announced', wave, at);
      await store.write(announce);
    } else if (at >= announced + DAY) {
      await keepFigures(options, wave.id);
      await erase(store, wave, at);
      erased.push(wave.id);
    }
  }
  return erased;
}

async function hasAnswers({ db }: Store, waveId: string): Promise<boolean> {
  for (const table of WITH_ANSWERS) {
    const found = await db
      .selectFrom(table)
      .select('wave_id')
      .where('wave_id', '=', waveId)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

async function lastAnnouncement({ db }: Store, waveId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit')
    .select('at')
    .where('action', '=', 'retention-announced')
    .where('subject', '=', `wave ${waveId}`)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** What may be shown of a wave is decided while its answers are there, if nobody has looked at it before. */
async function keepFigures(options: FoldOptions, waveId: string): Promise<void> {
  const wave = await options.store.db.selectFrom('wave').selectAll().where('id', '=', waveId).executeTakeFirst();
  if (wave === undefined) return;
  const study = await options.store.db
    .selectFrom('study')
    .selectAll()
    .where('id', '=', wave.study_id)
    .executeTakeFirstOrThrow();
  await storedRelease(options, wave, study.minimum_group_size);
  const closed = await options.store.db
    .selectFrom('wave')
    .selectAll()
    .where('study_id', '=', wave.study_id)
    .where('number', 'in', [wave.number - 1, wave.number, wave.number + 1])
    .where('state', '=', 'closed')
    .orderBy('number')
    .execute();
  for (const [place, first] of closed.slice(0, -1).entries()) {
    const second = closed[place + 1]!;
    if (second.number !== first.number + 1) continue;
    try {
      await keptChange(options, wavePairOf(study, first as StartedWave, second as StartedWave));
    } catch (error) {
      // about too few, or the other wave is gone already
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

async function erase(store: Store, wave: DueWave, at: number): Promise<void> {
  // sums first: what they were made of is going. From here on the log says so, and no report is made of what is left
  await store.write(async (trx) => {
    await note(trx, 'retention-applied', wave, at);
    for (const table of ['cell_tally', 'token', 'link'] as const) {
      await trx.deleteFrom(table).where('wave_id', '=', wave.id).execute();
    }
  });
  for (const table of ['other_answer', 'response'] as const) {
    let left = true;
    while (left) {
      left = await store.write(async (trx) => {
        const some = trx.selectFrom(table).select('key_digest').where('wave_id', '=', wave.id).limit(ROWS);
        const { numDeletedRows } = await trx
          .deleteFrom(table)
          .where('key_digest', 'in', some)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      });
    }
  }
}

function note(trx: Transaction<Database>, action: AuditAction, wave: DueWave, at: number): Promise<void> {
  const { id, studyId, organisationId, closesOn, days } = wave;
  const detail = { study: studyId, closed: closesOn, days };
  return appendAudit(trx, { action, subject: `wave ${id}`, organisationId, accountId: null, detail }, at);
}
