import type { Kysely } from 'kysely';
import type { Database } from '../../store/database.ts';
import { hashOfEntry, NO_HASH } from './audit-entry.ts';

const PAGE = 1000;

/** The end of the chain, to be noted down where nobody who can write to the database can write. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

export type AuditVerification =
  | { readonly intact: true; readonly head: AuditHead }
  /**
   * `entry` is the first that does not fit: it was altered itself (`altered`), it does not follow the one before it, which
   * was removed or made anew (`broken`), or the chain does not hold the head that was noted down (`cut-off`).
   */
  | { readonly intact: false; readonly entry: number; readonly reason: 'altered' | 'broken' | 'cut-off' };

/**
 * Reads the whole audit log and checks that no entry was altered, removed, inserted or moved. Entries missing at the end,
 * and a chain that was made anew from some entry on, show only against a head noted down earlier.
 *
 * @param noted a head that an earlier verification gave
 */
export async function verifyAudit(db: Kysely<Database>, noted?: AuditHead): Promise<AuditVerification> {
  let head: AuditHead = { sequence: 0, hash: NO_HASH };
  let holdsNoted = noted === undefined || noted.sequence === 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', head.sequence)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const { hash, ...entry } of rows) {
      if (hashOfEntry(entry) !== hash) return { intact: false, entry: entry.sequence, reason: 'altered' };
      if (entry.sequence !== head.sequence + 1 || entry.previous_hash !== head.hash) {
        return { intact: false, entry: entry.sequence, reason: 'broken' };
      }
      head = { sequence: entry.sequence, hash };
      if (head.sequence === noted?.sequence) {
        if (hash !== noted.hash) return { intact: false, entry: head.sequence, reason: 'cut-off' };
        holdsNoted = true;
      }
    }
    if (rows.length < PAGE) break;
  }
  return holdsNoted ? { intact: true, head } : { intact: false, entry: head.sequence + 1, reason: 'cut-off' };
}
