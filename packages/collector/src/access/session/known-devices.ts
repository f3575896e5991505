import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { digestOf, newSecret } from '../secret.ts';

const REMEMBERED = 180 * 24 * 3_600_000;

export interface KnownDevices {
  /** The digest of the device cookie, where this account has signed in with it. */
  find(accountId: string | undefined, secret: string | undefined): Promise<string | undefined>;
  /** Remembers the browser for half a year more, under a new secret. */
  remember(trx: Transaction<Database>, accountId: string, earlier: string | undefined): Promise<string>;
  forgetAll(trx: Transaction<Database>, accountId: string): Promise<void>;
}

/** Browsers that have signed in before. To be one opens nothing: it only spares waiting for the tries of others. */
export function createKnownDevices(store: Store, now: () => number): KnownDevices {
  return {
    async find(accountId, secret) {
      const digest = digestOf(secret);
      if (digest === undefined) return undefined;
      // asked for an unknown account too, so that both take one query
      const row = await store.db
        .selectFrom('known_device')
        .select('digest')
        .where('digest', '=', digest)
        .where('account_id', '=', accountId ?? '')
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row?.digest;
    },
    async remember(trx, accountId, earlier) {
      const secret = newSecret();
      await trx
        .deleteFrom('known_device')
        .where((is) => is.or([is('digest', '=', earlier ?? ''), is('expires_at', '<=', now())]))
        .execute();
      await trx
        .insertInto('known_device')
        .values({ digest: digestOf(secret)!, account_id: accountId, expires_at: now() + REMEMBERED })
        .execute();
      return secret;
    },
    async forgetAll(trx, accountId) {
      await trx.deleteFrom('known_device').where('account_id', '=', accountId).execute();
    },
  };
}
