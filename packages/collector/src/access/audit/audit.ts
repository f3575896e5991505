import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { createBuckets } from '../rate/bucket.ts';
import { createWindows } from '../rate/windows.ts';
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
  /**
   * Writes down what anybody can bring about without an account: once an hour for each action, subject, account and
   * `detail.reason`, however often it happens. The next entry bears the count of the others as `unwritten`.
   */
  hourly(entry: AuditEntry): Promise<void>;
}

const HOUR = 3_600_000;

export function createAudit(store: Store, now: () => number): Audit {
  const buckets = createBuckets({ size: 60, perSecond: 1 / 60, now });
  const unwritten = new Map<string, number>();
  const windows = createWindows(HOUR, now);
  const write = (entry: AuditEntry, count: number) => {
    const detail = count === 0 ? entry.detail : { ...entry.detail, unwritten: count };
    return store.write((trx) => appendAudit(trx, { ...entry, ...(detail === undefined ? {} : { detail }) }, now()));
  };
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
      await write(entry, count);
    },
    async hourly(entry) {
      const { action, subject, accountId, detail } = entry;
      const count = windows.open(JSON.stringify([action, subject, accountId, detail?.reason ?? null]));
      if (count !== undefined) await write(entry, count);
    },
  };
}
