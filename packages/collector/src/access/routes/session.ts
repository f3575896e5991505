import type { Handler } from 'hono';
import * as v from 'valibot';
import { emailSchema, passwordSchema } from '../../model/account.ts';
import { problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Access } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';
import { completeSignIn, signInFailed } from './complete-sign-in.ts';

/** What one signs in with. */
export const credentialsSchema = v.strictObject({ email: emailSchema, password: passwordSchema });

/** POST /session: signs in. What fails is answered in one way, whether there is such an account or not. */
export function postSession(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, credentialsSchema);
    if (body instanceof Response) return body;
    const { email, password } = body.value;
    const account = await access.store.db
      .selectFrom('account')
      .select(['id', 'organisation_id', 'password_hash', 'disabled'])
      .where('email', '=', email)
      .executeTakeFirst();
    const failed = () =>
      access.later(() =>
        access.audit.refused({
          action: 'sign-in-failed',
          subject: 'session',
          organisationId: account?.organisation_id ?? null,
          accountId: account?.id ?? null,
          detail: { reason: 'wrong' },
        }),
      );

    const knownDevice = await access.devices.find(account?.id, access.cookies.read(c, 'peerscale-device'));
    const admission = access.guard.begin({ email, address: access.address(c), knownDevice });
    if (!admission.admitted) {
      return problem(c, 'too-many-requests', { headers: { 'Retry-After': String(admission.retryAfter) } });
    }
    const stored = account?.password_hash;
    const right = await access.passwords.isRight(stored, password);
    if (!right || account === undefined || typeof stored !== 'string' || account.disabled === 1) {
      failed();
      return signInFailed(c);
    }
    const renewed = access.passwords.isOutdated(stored) ? await access.passwords.hash(password) : stored;
    const result = await completeSignIn(access, c, 'password', async (trx) => {
      // only if nobody has changed the password or disabled the account since it was looked up
      return trx
        .updateTable('account')
        .set({ password_hash: renewed })
        .where('id', '=', account.id)
        .where('password_hash', '=', stored)
        .where('disabled', '=', 0)
        .returning(['id', 'organisation_id'])
        .executeTakeFirst();
    });
    if (result === undefined) return signInFailed(c);
    admission.succeed();
    return c.json(result, 201);
  };
}

/** GET /session: who is signed in, whether as one of many visitors, and the token for the header X-CSRF-Token. */
export function getSession({ guests }: Access): Handler<StaffEnv> {
  return (c) => {
    const { account, session, csrf } = c.var.signedIn;
    const expiresAt = new Date(session.expiresAt).toISOString();
    return c.json({ account, guest: guests.has(account.id), csrf, expiresAt });
  };
}

/** DELETE /session signs out here; DELETE /sessions everywhere. */
export function deleteSession(access: Access, everywhere: boolean): Handler<StaffEnv> {
  return async (c) => {
    const { account, session } = c.var.signedIn;
    await access.store.write(async (trx) => {
      if (everywhere) await access.sessions.endAll(trx, account.id);
      else await access.sessions.end(trx, session.digest);
      await access.audit.append(trx, {
        action: everywhere ? 'signed-out-everywhere' : 'signed-out',
        subject: `account ${account.id}`,
        organisationId: account.organisationId,
        accountId: account.id,
      });
    });
    access.cookies.clear(c, 'peerscale');
    return c.body(null, 204);
  };
}
