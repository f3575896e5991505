import { appendAudit } from '../access/audit/append-audit.ts';
import type { AuditAction } from '../access/audit/audit-entry.ts';
import { waveAndStudy } from '../answers/find-invitation.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ProblemError } from '../problem.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { closeWave } from './close-wave.ts';
import { startWave } from './start-wave.ts';
import type { StudyRecord } from './study-room.ts';
import type { WaveRecord } from './wave-of.ts';

export interface WaveAndStudy {
  readonly wave: WaveRecord;
  readonly study: StudyRecord;
}

/** A wave that was to start and could not. */
export interface NotReady extends WaveAndStudy {
  readonly missing: readonly ProblemError[];
}

/** Ids of open waves whose last day is past. */
export async function overdueWaves({ db }: Store, day: string): Promise<string[]> {
  const overdue = await db
    .selectFrom('wave')
    .select('id')
    .where('state', '=', 'open')
    .where('closes_on', '<', day)
    .orderBy('id')
    .execute();
  return overdue.map(({ id }) => id);
}

/** Ids of planned waves of open studies whose first day has come, and whose last one is not past. */
export async function wavesToStart({ db }: Store, day: string): Promise<string[]> {
  const planned = await db
    .selectFrom('wave')
    .innerJoin('study', 'study.id', 'wave.study_id')
    .select('wave.id')
    .where('wave.state', '=', 'planned')
    .where('study.state', '=', 'open')
    .where('opens_on', '<=', day)
    .where('closes_on', '>=', day)
    .orderBy('wave.id')
    .execute();
  return planned.map(({ id }) => id);
}

export async function closeOverdue(store: Store, day: string, at: number): Promise<string[]> {
  const closed: string[] = [];
  for (const id of await overdueWaves(store, day)) {
    const done = await store.write(async (trx) => {
      const found = await waveAndStudy(trx, id);
      // somebody has closed it or given it more days meanwhile
      if (found?.wave.state !== 'open' || found.wave.closes_on >= day) return false;
      await closeWave(trx, found.wave, day);
      await appendAudit(trx, entry('wave-closed', found), at);
      return true;
    });
    if (done) closed.push(id);
  }
  return closed;
}

export async function startPlanned(store: Store, catalogue: Catalogue, day: string, at: number) {
  const started: string[] = [];
  const notReady: NotReady[] = [];
  for (const id of await wavesToStart(store, day)) {
    const found = await waveAndStudy(store.db, id);
    if (found === undefined) continue;
    try {
      const done = await store.write(async (trx) => {
        const now = await waveAndStudy(trx, id);
        if (now?.wave.state !== 'planned' || now.wave.opens_on > day) return false;
        await startWave(trx, now.study, now.wave, catalogue, day);
        await appendAudit(trx, entry('wave-started', now), at);
        return true;
      });
      if (done) started.push(id);
    } catch (error) {
      // staff see what is missing when they look at the study; the next run tries again
      if (!(error instanceof Refusal)) throw error;
      notReady.push({ ...found, missing: error.options.errors ?? [] });
    }
  }
  return { started, notReady };
}

/** Open waves of which that day is a day to remind people. */
export async function remindingOn({ db }: Store, day: string): Promise<WaveAndStudy[]> {
  const open = await db
    .selectFrom('wave')
    .select(['id', 'reminders'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  const reminding: WaveAndStudy[] = [];
  for (const { id, reminders } of open) {
    if (!(JSON.parse(reminders) as string[]).includes(day)) continue;
    const found = await waveAndStudy(db, id);
    if (found?.wave.state === 'open') reminding.push(found);
  }
  return reminding;
}

function entry(action: AuditAction, { wave, study }: WaveAndStudy) {
  return {
    action,
    subject: `wave ${wave.id}`,
    organisationId: study.organisation_id,
    accountId: null,
    detail: { study: study.id },
  };
}
