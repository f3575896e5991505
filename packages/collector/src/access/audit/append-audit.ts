import { PostgresAdapter, sql, type Transaction } from 'kysely';
import type { AuditRow, Database } from '../../store/database.ts';
import { type AuditEntry, hashOfEntry, NO_HASH } from './audit-entry.ts';

/** Any number that nothing else in the database locks. */
const AUDIT_LOCK = 0x70736175;

/**
 * Adds an entry to the chain, in the transaction of what it tells about: both are stored or neither is.
 *
 * @param at milliseconds UTC
 */
export async function appendAudit(trx: Transaction<Database>, entry: AuditEntry, at: number): Promise<void> {
  if (trx.getExecutor().adapter instanceof PostgresAdapter) {
    // until the end of the transaction, so that of two servers on one database each sees the other's last entry
    await sql`select pg_advisory_xact_lock(${sql.lit(AUDIT_LOCK)})`.execute(trx);
  }
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const detail = Object.entries(entry.detail ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const row: Omit<AuditRow, 'hash'> = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    organisation_id: entry.organisationId,
    account_id: entry.accountId,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(Object.fromEntries(detail)),
    previous_hash: last?.hash ?? NO_HASH,
  };
  await trx
    .insertInto('audit')
    .values({ ...row, hash: hashOfEntry(row) })
    .execute();
}
