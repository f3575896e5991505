import type { Handler, Hono } from 'hono';
import type { Role } from '../model/account.ts';
import { problem } from '../problem.ts';
import type { Access } from './open-access.ts';
import { protect, type StaffEnv } from './protect.ts';
import { completeSignIn } from './routes/complete-sign-in.ts';

/** The one account that visitors are signed in as. */
export interface Guest {
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: Exclude<Role, 'owner'>;
}

/**
 * Adds a route that signs any visitor in as one account without a password: for a demonstration with made-up answers. It
 * is guarded as the other ways to sign in are (from a page of this server only, so many requests of an address), the
 * session is of this very account in this very organisation and role, or there is none. The account itself cannot be
 * changed by such visitors, and one of them does not sign the others out.
 *
 * @param path below `app`, where POST is added
 */
export function guestSession(app: Hono, access: Access, path: `/${string}`, guest: Guest): void {
  access.guests.add(guest.accountId);
  const name = `POST ${path}`;
  const route = protect(app, access, { [name]: 'visitor' }) as unknown as (
    name: string,
    handler: Handler<StaffEnv>,
  ) => void;
  route(name, async (c) => {
    const result = await completeSignIn(access, c, 'guest', (trx) =>
      trx
        .selectFrom('account')
        .select(['id', 'organisation_id'])
        .where('id', '=', guest.accountId)
        .where('organisation_id', '=', guest.organisationId)
        .where('role', '=', guest.role)
        .where('disabled', '=', 0)
        .executeTakeFirst(),
    );
    return result === undefined ? problem(c, 'not-found') : c.json(result, 201);
  });
}
