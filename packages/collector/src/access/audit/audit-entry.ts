import { createHash } from 'node:crypto';
import type { AuditRow } from '../../store/database.ts';

/**
 * What is written down. Rooms that change studies, waves and data use the actions that bear their names; whoever gets to see
 * what single people wrote or answered (remarks, records) leaves a line as well. That answers come in, and that they are
 * taken back, is never written down: the time of it would tell whose they are.
 */
export type AuditAction =
  | 'organisation-created'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'link-issued'
  | 'account-created'
  | 'account-changed'
  | 'request-refused'
  | 'input-refused'
  | 'limit-reached'
  | 'slow-client-cut'
  | 'study-created'
  | 'study-changed'
  | 'study-erased'
  | 'wave-planned'
  | 'wave-changed'
  | 'wave-started'
  | 'wave-closed'
  | 'wave-not-ready'
  | 'staff-reminded'
  | 'staff-letter-failed'
  | 'action-written'
  | 'invitations-made'
  | 'letters-sent'
  | 'comments-read'
  | 'exported'
  | 'retention-announced'
  | 'retention-applied';

export interface AuditEntry {
  readonly action: AuditAction;
  /** what it was done to: a kind and an id, as `account 7c…` or `study tea-2026`, or the pattern of a route */
  readonly subject: string;
  /** null where nobody known did it */
  readonly organisationId: string | null;
  readonly accountId: string | null;
  /** never an answer, an e-mail or client address, a password or a link */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What the first entry follows. */
export const NO_HASH = '0'.repeat(64);

/**
 * SHA-256 over the entry, the hash of the one before it included, as 64 hexadecimal digits. The entry is written as JSON
 * after RFC 8785 (names in order, no space); `detail` goes in as the text that is stored.
 */
export function hashOfEntry(row: Omit<AuditRow, 'hash'>): string {
  const { account_id, action, at, detail, organisation_id, previous_hash, sequence, subject } = row;
  const canonical = { account_id, action, at, detail, organisation_id, previous_hash, sequence, subject };
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
