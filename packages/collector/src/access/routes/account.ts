import type { Handler } from 'hono';
import { ownChangesSchema } from '../../model/account.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Access } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';

/** GET /account: the own account, and how one gets into it. */
export function getAccount({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const { id, ...account } = c.var.signedIn.account;
    const more = await store.db
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['password_hash', 'organisation.name as organisation'])
      .select((is) =>
        is.selectFrom('passkey').whereRef('account_id', '=', 'account.id').select(is.fn.countAll().as('n')).as('n'),
      )
      .where('account.id', '=', id)
      .executeTakeFirstOrThrow();
    return c.json({
      id,
      ...account,
      organisation: more.organisation,
      hasPassword: more.password_hash !== null,
      passkeys: Number(more.n),
    });
  };
}

/** PATCH /account: the own name and language; the e-mail address stays what one was invited by. */
export function patchAccount({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, ownChangesSchema);
    if (body instanceof Response) return body;
    const { id } = c.var.signedIn.account;
    const changes = Object.fromEntries(Object.entries(body.value).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length > 0) {
      await store.write((trx) => trx.updateTable('account').set(changes).where('id', '=', id).execute());
    }
    return c.body(null, 204);
  };
}
