import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { createBuckets } from '../rate/bucket.ts';
import { appendAudit } from './append-audit.ts';
import type { AuditEntry } from './audit-entry.ts';

export interface Audit {
  /** Writes an entry down within the transaction of what it tells about. */
  append(trx: Transaction<Database>, entry: AuditEntry): Promise<void>;
  /**
   * Writes down what was refused: 60 at once and one a minute for each action and account. The ones beyond are counted,
   * and the next entry bears the count as `unwritten`, so that nobody fills the disk with failures.
   */
  refused(entry: AuditEntry): Promise<void>;
}

export function createAudit(store: Store, now: () => number): Audit {
  const buckets = createBuckets({ size: 60, perSecond: 1 / 60, now });
  const unwritten = new Map<string, number>();
  return {
    append: (trx, entry) => appendAudit(trx, entry, now()),
    async refused(entry) {
      const kind = JSON.stringify([entry.action, entry.accountId]);
      const count = unwritten.get(kind) ?? 0;
      if (buckets.take(kind) > 0) {
        unwritten.set(kind, count + 1);
        return;
      }
      unwritten.delete(kind);
      const detail = count === 0 ? entry.detail : { ...entry.detail, unwritten: count };
      await store.write((trx) => appendAudit(trx, { ...entry, ...(detail === undefined ? {} : { detail }) }, now()));
    },
  };
}
