import type { Transaction } from 'kysely';
import type { Database, OneTimeLinkRow } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import type { OwnOrigin } from '../own-origin.ts';
import { digestOf, newSecret } from '../secret.ts';

export type LinkPurpose = OneTimeLinkRow['purpose'];

const HOUR = 3_600_000;
const LINK_LIFETIME: Readonly<Record<LinkPurpose, number>> = {
  'set-up': 24 * HOUR,
  invite: 7 * 24 * HOUR,
  reset: HOUR,
};

/** The page of each purpose. The secret stands behind the #, which browsers send to no server and servers do not log. */
const PAGE: Readonly<Record<LinkPurpose, string>> = { 'set-up': '/set-up', invite: '/join', reset: '/reset' };

export interface OneTimeLink {
  readonly purpose: LinkPurpose;
  readonly accountId: string | null;
}

export interface OneTimeLinks {
  /** Makes a link and ends the earlier ones of the same purpose and account. Only its digest is stored. */
  issue(trx: Transaction<Database>, link: OneTimeLink): Promise<string>;
  /** The link of a secret, which stays usable. */
  look(secret: string): Promise<OneTimeLink | undefined>;
  /** Uses a link up. Of two at the same moment one gets it; where the transaction is undone it stays usable. */
  take(trx: Transaction<Database>, secret: string): Promise<OneTimeLink | undefined>;
  /** Ends every link of an account. */
  endAll(trx: Transaction<Database>, accountId: string): Promise<void>;
}

/** Links that work once, and for a day (set-up), a week (invitation) or an hour (reset). */
export function createOneTimeLinks(store: Store, { origin }: OwnOrigin, now: () => number): OneTimeLinks {
  const linkOf = (row: OneTimeLinkRow | undefined): OneTimeLink | undefined =>
    row === undefined ? undefined : { purpose: row.purpose, accountId: row.account_id };
  return {
    async issue(trx, { purpose, accountId }) {
      const secret = newSecret();
      await trx.deleteFrom('one_time_link').where('expires_at', '<=', now()).execute();
      await trx
        .deleteFrom('one_time_link')
        .where('purpose', '=', purpose)
        .where('account_id', accountId === null ? 'is' : '=', accountId)
        .execute();
      await trx
        .insertInto('one_time_link')
        .values({
          digest: digestOf(secret)!,
          purpose,
          account_id: accountId,
          organisation_id: null,
          expires_at: now() + LINK_LIFETIME[purpose],
        })
        .execute();
      return `${origin}${PAGE[purpose]}#${secret}`;
    },
    async look(secret) {
      const row = await store.db
        .selectFrom('one_time_link')
        .selectAll()
        .where('digest', '=', digestOf(secret) ?? '')
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return linkOf(row);
    },
    async take(trx, secret) {
      const row = await trx
        .deleteFrom('one_time_link')
        .where('digest', '=', digestOf(secret) ?? '')
        .where('expires_at', '>', now())
        .returningAll()
        .executeTakeFirst();
      return linkOf(row);
    },
    async endAll(trx, accountId) {
      await trx.deleteFrom('one_time_link').where('account_id', '=', accountId).execute();
    },
  };
}
