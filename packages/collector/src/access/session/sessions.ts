import type { Transaction } from 'kysely';
import type { Role } from '../../model/account.ts';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { digestOf, newSecret } from '../secret.ts';
import { csrfToken } from './csrf.ts';

export const IDLE_LIMIT = 12 * 3_600_000;
const ABSOLUTE_LIMIT = 7 * 24 * 3_600_000;
/** When a session was last seen is written down this often and not at every request. */
const SEEN_EVERY = 5 * 60_000;

export interface Account {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly locale: string;
}

/** Who sent a request, and by which session. */
export interface SignedIn {
  readonly account: Account;
  readonly session: { readonly digest: string; readonly createdAt: number; readonly expiresAt: number };
  /** the token that belongs to the session, and its stored digest */
  readonly csrf: string;
  readonly csrfDigest: string;
}

export interface StartedSession {
  /** for the cookie, and nowhere else */
  readonly secret: string;
  readonly csrf: string;
}

export interface Sessions {
  /** Begins a session with a secret of its own, whatever the browser sent before. */
  start(trx: Transaction<Database>, accountId: string): Promise<StartedSession>;
  /** The account of a cookie; undefined where it is none of ours, has expired or was ended, or the account is disabled. */
  find(secret: string | undefined): Promise<SignedIn | undefined>;
  end(trx: Transaction<Database>, digest: string): Promise<void>;
  /** Ends every session of the account but the one. */
  endAll(trx: Transaction<Database>, accountId: string, except?: string): Promise<void>;
}

/** Sessions of at most 12 idle hours and 7 days, of which only a digest is stored. */
export function createSessions(store: Store, now: () => number): Sessions {
  return {
    async start(trx, accountId) {
      const secret = newSecret();
      const csrf = csrfToken(secret);
      const at = now();
      await trx
        .deleteFrom('session')
        .where((is) => is.or([is('expires_at', '<=', at), is('seen_at', '<=', at - IDLE_LIMIT)]))
        .execute();
      await trx
        .insertInto('session')
        .values({
          digest: digestOf(secret)!,
          account_id: accountId,
          csrf_digest: digestOf(csrf)!,
          created_at: at,
          seen_at: at,
          expires_at: at + ABSOLUTE_LIMIT,
        })
        .execute();
      return { secret, csrf };
    },

    async find(secret) {
      const digest = digestOf(secret);
      if (secret === undefined || digest === undefined) return undefined;
      const row = await store.db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select(['session.created_at', 'session.seen_at', 'session.expires_at', 'session.csrf_digest'])
        .select(['account.id', 'organisation_id', 'email', 'name', 'role', 'team_id', 'locale', 'disabled'])
        .where('digest', '=', digest)
        .executeTakeFirst();
      const at = now();
      if (row === undefined || row.disabled === 1 || at >= row.expires_at || at >= row.seen_at + IDLE_LIMIT) {
        return undefined;
      }
      if (at >= row.seen_at + SEEN_EVERY) {
        const seen = store.write((trx) =>
          trx.updateTable('session').set({ seen_at: at }).where('digest', '=', digest).execute(),
        );
        // a full disk is no reason to turn a reader away
        await seen.catch(() => {});
      }
      const { id, organisation_id, email, name, role, team_id, locale, created_at, expires_at } = row;
      return {
        account: { id, organisationId: organisation_id, email, name, role, teamId: team_id, locale },
        session: { digest, createdAt: created_at, expiresAt: expires_at },
        csrf: csrfToken(secret),
        csrfDigest: row.csrf_digest,
      };
    },

    async end(trx, digest) {
      await trx.deleteFrom('session').where('digest', '=', digest).execute();
    },

    async endAll(trx, accountId, except = '') {
      await trx.deleteFrom('session').where('account_id', '=', accountId).where('digest', '<>', except).execute();
    },
  };
}
