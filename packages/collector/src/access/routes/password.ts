import type { Handler } from 'hono';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { emailSchema, localeSchema, passwordSchema } from '../../model/account.ts';
import { bodyError, problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Database } from '../../store/database.ts';
import type { Access } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';
import { isFresh } from './fresh.ts';
import { refusePassword } from './refuse-password.ts';

const linkSchema = v.string('is not a text');
export const linkBodySchema = v.strictObject({ link: linkSchema });
export const passwordByLinkSchema = v.strictObject({ link: linkSchema, password: passwordSchema });
/** `locale` is the language of the page that asks: somebody else may have chosen that of the account. */
export const resetRequestSchema = v.strictObject({ email: emailSchema, locale: v.optional(localeSchema) });
export const passwordChangeSchema = v.strictObject({ current: v.optional(passwordSchema), password: passwordSchema });

/** The account of a link that sets a password; nothing where the link is not valid or the account is disabled. */
async function accountOfLink({ store, links }: Access, secret: string) {
  const link = await links.look(secret);
  if (link === undefined || link.accountId === null) return undefined;
  const account = await store.db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['account.id', 'organisation_id', 'email', 'account.name', 'locale', 'organisation.name as organisation'])
    .where('account.id', '=', link.accountId)
    .where('disabled', '=', 0)
    .executeTakeFirst();
  return account === undefined ? undefined : { ...account, purpose: link.purpose };
}

/** Whatever else was opened with the earlier password, or for it, is closed. */
async function closeAll({ sessions, devices, links }: Access, trx: Transaction<Database>, accountId: string) {
  await sessions.endAll(trx, accountId);
  await devices.forgetAll(trx, accountId);
  await links.endAll(trx, accountId);
}

/** POST /account/link: whom a link is for, so that its page can say so. The link stays usable. */
export function postLink(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, linkBodySchema);
    if (body instanceof Response) return body;
    const account = await accountOfLink(access, body.value.link);
    if (account === undefined) return problem(c, 'link-not-valid');
    const { purpose, email, name, organisation, locale } = account;
    return c.json({ purpose, email, name, organisation, locale });
  };
}

/** POST /account/password: sets the password by the link of an invitation or a reset. Signing in comes after. */
export function postPassword(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, passwordByLinkSchema);
    if (body instanceof Response) return body;
    const { link, password } = body.value;
    const account = await accountOfLink(access, link);
    if (account === undefined) return problem(c, 'link-not-valid');
    const refused = refusePassword(c, password, account);
    if (refused !== undefined) return refused;
    const password_hash = await access.passwords.hash(password);
    const done = await access.store.write(async (trx) => {
      const taken = await access.links.take(trx, link);
      if (taken === undefined || taken.accountId !== account.id) return false;
      await closeAll(access, trx, account.id);
      await trx.updateTable('account').set({ password_hash }).where('id', '=', account.id).execute();
      await access.audit.append(trx, {
        action: 'password-changed',
        subject: `account ${account.id}`,
        organisationId: account.organisation_id,
        accountId: account.id,
        detail: { by: taken.purpose },
      });
      return true;
    });
    return done ? c.body(null, 204) : problem(c, 'link-not-valid');
  };
}

/** PUT /account/password: changes the own password, for which the present one is needed, and ends every other session. */
export function putPassword(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, passwordChangeSchema);
    if (body instanceof Response) return body;
    const { current, password } = body.value;
    const { account, session } = c.var.signedIn;
    const stored = await access.store.db
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['password_hash', 'organisation.name as organisation'])
      .where('account.id', '=', account.id)
      .executeTakeFirstOrThrow();
    if (stored.password_hash === null) {
      if (!isFresh(session, access.now())) return problem(c, 'sign-in-again');
    } else {
      // an open session is no leave to guess
      const admission = access.guard.begin({
        email: account.email,
        address: access.address(c),
        knownDevice: undefined,
      });
      if (!admission.admitted) {
        return problem(c, 'too-many-requests', { headers: { 'Retry-After': String(admission.retryAfter) } });
      }
      if (!(await access.passwords.isRight(stored.password_hash, current ?? ''))) {
        const error = bodyError({ code: 'wrong-password', path: ['current'], message: 'is not the present password' });
        return problem(c, 'invalid-request', { errors: [error] });
      }
      admission.succeed();
    }
    const refused = refusePassword(c, password, { ...account, organisation: stored.organisation });
    if (refused !== undefined) return refused;
    const password_hash = await access.passwords.hash(password);
    const started = await access.store.write(async (trx) => {
      const changed = await trx
        .updateTable('account')
        .set({ password_hash })
        .where('id', '=', account.id)
        .where('password_hash', stored.password_hash === null ? 'is' : '=', stored.password_hash)
        .returning('id')
        .executeTakeFirst();
      if (changed === undefined) return undefined;
      await closeAll(access, trx, account.id);
      await access.audit.append(trx, {
        action: 'password-changed',
        subject: `account ${account.id}`,
        organisationId: account.organisationId,
        accountId: account.id,
        detail: { by: 'account' },
      });
      return {
        session: await access.sessions.start(trx, account.id),
        device: await access.devices.remember(trx, account.id, undefined),
      };
    });
    if (started === undefined) return problem(c, 'sign-in-again');
    access.cookies.write(c, 'peerscale', started.session.secret);
    access.cookies.write(c, 'peerscale-device', started.device);
    return c.json({ csrf: started.session.csrf });
  };
}

/** POST /account/password-reset: sends a link, if there is such an account. The answer is the same, and comes before. */
export function postPasswordReset(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, resetRequestSchema);
    if (body instanceof Response) return body;
    const { email, locale: pageLocale } = body.value;
    access.later(async () => {
      const account = await access.store.db
        .selectFrom('account')
        .innerJoin('organisation', 'organisation.id', 'organisation_id')
        .select(['account.id', 'organisation_id', 'account.name', 'locale', 'organisation.name as organisation'])
        .where('email', '=', email)
        .where('disabled', '=', 0)
        // who was invited has a link of a week already
        .where('password_hash', 'is not', null)
        .executeTakeFirst();
      if (account === undefined) return;
      if (access.letters.take(account.id) > 0) {
        await access.audit.hourly({
          action: 'limit-reached',
          subject: 'POST /account/password-reset',
          organisationId: account.organisation_id,
          accountId: account.id,
          detail: { reason: 'letters' },
        });
        return;
      }
      const url = await access.store.write(async (trx) => {
        await access.audit.append(trx, {
          action: 'link-issued',
          subject: `account ${account.id}`,
          organisationId: account.organisation_id,
          accountId: null,
          detail: { purpose: 'reset' },
        });
        return access.links.issue(trx, { purpose: 'reset', accountId: account.id });
      });
      const { name, locale, organisation } = account;
      const asked = pageLocale === undefined ? {} : { pageLocale };
      await access.deliverLink({ purpose: 'reset', email, name, locale, ...asked, organisation, url });
    });
    return c.json({ asked: true }, 202);
  };
}
