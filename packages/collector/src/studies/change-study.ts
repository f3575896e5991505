import type { Context } from 'hono';
import type { Transaction } from 'kysely';
import type { AuditAction, AuditEntry } from '../access/audit/audit-entry.ts';
import type { StaffEnv } from '../access/protect.ts';
import { Refusal } from '../refusal.ts';
import type { Database } from '../store/database.ts';
import type { StudyRecord, StudyRoom } from './study-room.ts';

/** What a change works with, all within one transaction. */
export interface Changing {
  readonly trx: Transaction<Database>;
  /** the study as it is now */
  readonly study: StudyRecord;
  /** Writes down what was done, in the same transaction. */
  audit(action: AuditAction, subject: string, detail?: AuditEntry['detail']): Promise<void>;
}

/**
 * Changes something of the study that the address names. Where `work` throws, nothing of it is stored, the line in the
 * audit log included.
 */
export function changeStudy<Result>(
  { store, access }: Pick<StudyRoom, 'store' | 'access'>,
  c: Context<StaffEnv>,
  work: (changing: Changing) => Promise<Result>,
): Promise<Result> {
  const { organisationId, id: accountId } = c.var.signedIn.account;
  return store.write(async (trx) => {
    const study = await trx
      .selectFrom('study')
      .selectAll()
      .where('id', '=', c.req.param('study') ?? '')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst();
    // erased since the guard let the request through
    if (study === undefined) throw new Refusal('not-found');
    return work({
      trx,
      study,
      audit: (action, subject, detail = {}) =>
        access.audit.append(trx, { action, subject, organisationId, accountId, detail }),
    });
  });
}
