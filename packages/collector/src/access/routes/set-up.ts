import { randomUUID } from 'node:crypto';
import type { Handler } from 'hono';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { emailSchema, localeSchema, nameSchema, passwordSchema } from '../../model/account.ts';
import { problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Database } from '../../store/database.ts';
import type { Access } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { refusePassword } from './refuse-password.ts';

/** The first owner and the organisation. */
export const setUpSchema = v.strictObject({
  link: v.string('is not a text'),
  organisation: nameSchema,
  email: emailSchema,
  name: nameSchema,
  password: passwordSchema,
  locale: localeSchema,
});

async function hasOwner(db: Kysely<Database>): Promise<boolean> {
  return (
    (await db.selectFrom('account').select('id').where('role', '=', 'owner').limit(1).executeTakeFirst()) !== undefined
  );
}

/**
 * The link by which the first owner sets the server up, for the console and nowhere else: it works once and for a day, a
 * later one ends it, and there is none when there is an owner (undefined).
 */
export async function setUpLink({ store, links }: Access): Promise<string | undefined> {
  return store.write(async (trx) =>
    (await hasOwner(trx)) ? undefined : links.issue(trx, { purpose: 'set-up', accountId: null }),
  );
}

/** GET /set-up: whether the server still waits for its first owner. */
export function getSetUp({ store }: Access): Handler<StaffEnv> {
  return async (c) => c.json({ needed: !(await hasOwner(store.db)) });
}

/** POST /set-up: makes the organisation and its first owner, who is signed in. */
export function postSetUp(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, setUpSchema);
    if (body instanceof Response) return body;
    const { link, organisation, email, name, password, locale } = body.value;
    // before the hashing, which nobody without a link can ask for
    if (await hasOwner(access.store.db)) return problem(c, 'set-up-done');
    if ((await access.links.look(link))?.purpose !== 'set-up') return problem(c, 'link-not-valid');
    const refused = refusePassword(c, password, { email, name, organisation });
    if (refused !== undefined) return refused;
    const password_hash = await access.passwords.hash(password);
    const account = { id: randomUUID(), organisation_id: randomUUID() };
    const result = await completeSignIn(access, c, 'set-up', async (trx) => {
      if ((await access.links.take(trx, link))?.purpose !== 'set-up' || (await hasOwner(trx))) return undefined;
      await trx.insertInto('organisation').values({ id: account.organisation_id, name: organisation }).execute();
      await trx
        .insertInto('account')
        .values({
          ...account,
          email,
          name,
          role: 'owner',
          team_id: null,
          password_hash,
          locale,
          disabled: 0,
          created_at: access.now(),
        })
        .execute();
      await access.audit.append(trx, {
        action: 'organisation-created',
        subject: `organisation ${account.organisation_id}`,
        organisationId: account.organisation_id,
        accountId: account.id,
      });
      return account;
    });
    return result === undefined ? problem(c, 'link-not-valid') : c.json(result, 201);
  };
}
