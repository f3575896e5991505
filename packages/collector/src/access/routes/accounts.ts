import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { accountChangesSchema, fitsRole, newAccountSchema } from '../../model/account.ts';
import { bodyError, problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { AccountRow, Database } from '../../store/database.ts';
import type { Access, LinkMessage } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';

const PAGE = 100;

/** GET /accounts?after=ID: the accounts of the organisation, a hundred at a time. */
export function getAccounts({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const rows = await store.db
      .selectFrom('account')
      .select(['id', 'email', 'name', 'role', 'team_id', 'locale', 'disabled', 'password_hash'])
      .where('organisation_id', '=', c.var.signedIn.account.organisationId)
      .where('id', '>', cursor(c.req.query('after')))
      .orderBy('id')
      .limit(PAGE + 1)
      .execute();
    const accounts = rows.slice(0, PAGE).map(({ id, email, name, role, team_id, locale, disabled, password_hash }) => ({
      id,
      email,
      name,
      role,
      team: team_id,
      locale,
      disabled: disabled === 1,
      joined: password_hash !== null,
    }));
    return c.json({ accounts, next: rows.length > PAGE ? accounts.at(-1)!.id : null });
  };
}

const cursor = (after = '') => (v.is(v.pipe(v.string(), v.uuid()), after) ? after : '');

/** POST /accounts: invites somebody. The link is in the answer, and is sent where letters are sent. */
export function postAccount(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, newAccountSchema);
    if (body instanceof Response) return body;
    const { email, name, role, team = null, locale } = body.value;
    const { organisationId, id: ownerId } = c.var.signedIn.account;
    const id = randomUUID();
    const url = await access.store.write(async (trx) => {
      if (team !== null && !(await isTeamOf(trx, organisationId, team))) return UNKNOWN_TEAM;
      const added = await trx
        .insertInto('account')
        .values({
          id,
          organisation_id: organisationId,
          email,
          name,
          role,
          team_id: team,
          password_hash: null,
          locale,
          disabled: 0,
          created_at: access.now(),
        })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (added === undefined) return undefined;
      await access.audit.append(trx, {
        action: 'account-created',
        subject: `account ${id}`,
        organisationId,
        accountId: ownerId,
        detail: { role, team },
      });
      return access.links.issue(trx, { purpose: 'invite', accountId: id });
    });
    if (url === undefined) return problem(c, 'email-taken');
    if (url === UNKNOWN_TEAM) return unknownTeam(c, team);
    deliver(access, organisationId, { purpose: 'invite', email, name, locale, url });
    return c.json({ account: { id, email, name, role, team, locale }, link: url }, 201);
  };
}

/** PATCH /accounts/:account: changes a role or a team, or disables. Either signs the person out everywhere. */
export function patchAccounts(access: Access): Handler<StaffEnv, '/accounts/:account'> {
  return async (c) => {
    const body = await readValid(c, accountChangesSchema);
    if (body instanceof Response) return body;
    const { organisationId, id: ownerId } = c.var.signedIn.account;
    const id = c.req.param('account');
    const result = await access.store.write(async (trx) => {
      const before = await trx
        .selectFrom('account')
        .selectAll()
        .where('id', '=', id)
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      if (before === undefined) return 'not-found';
      const { name = before.name, role = before.role, disabled = before.disabled === 1 } = body.value;
      // a team goes with the role of a lead
      const team_id = body.value.team === undefined && role !== 'lead' ? null : (body.value.team ?? before.team_id);
      if (!fitsRole(role, team_id)) return 'team';
      // one that there was when it was given may be gone by now
      const isNew = team_id !== null && team_id !== before.team_id;
      if (isNew && !(await isTeamOf(trx, organisationId, team_id))) return UNKNOWN_TEAM;
      const after = { name, role, team_id, disabled: disabled ? 1 : 0 };
      const staysOwner = role === 'owner' && !disabled;
      if (!staysOwner && isAcceptedOwner(before) && !(await hasOtherOwner(trx, before))) return 'last-owner';
      await trx.updateTable('account').set(after).where('id', '=', id).execute();
      if (role !== before.role || team_id !== before.team_id || disabled) await access.sessions.endAll(trx, id);
      if (disabled) await access.links.endAll(trx, id);
      await access.audit.append(trx, {
        action: 'account-changed',
        subject: `account ${id}`,
        organisationId,
        accountId: ownerId,
        detail: { role, team: team_id, disabled, 'role-before': before.role, 'team-before': before.team_id },
      });
      return 'changed';
    });
    if (result === 'not-found' || result === 'last-owner') return problem(c, result);
    if (result === 'changed') return c.body(null, 204);
    if (result === UNKNOWN_TEAM) return unknownTeam(c, body.value.team ?? null);
    const message = 'is given for a lead, and for nobody else';
    return problem(c, 'invalid-request', { errors: [bodyError({ code: 'invalid-value', path: ['team'], message })] });
  };
}

const UNKNOWN_TEAM = Symbol('a team that no study of the organisation has');

async function isTeamOf(trx: Transaction<Database>, organisationId: string, team: string): Promise<boolean> {
  const found = await trx
    .selectFrom('team')
    .innerJoin('study', 'study.id', 'team.study_id')
    .select('team.id')
    .where('study.organisation_id', '=', organisationId)
    .where('team.id', '=', team)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function unknownTeam(c: Context, team: string | null): Response {
  const message = `"${team}" is a team of no study`;
  return problem(c, 'invalid-request', { errors: [bodyError({ code: 'unknown-team', path: ['team'], message })] });
}

const isAcceptedOwner = ({ role, disabled, password_hash }: AccountRow) =>
  role === 'owner' && disabled === 0 && password_hash !== null;

/** Whether somebody else may manage the accounts: somebody who has joined, because an invitation may never be accepted. */
async function hasOtherOwner(trx: Transaction<Database>, { id, organisation_id }: AccountRow): Promise<boolean> {
  const other = await trx
    .selectFrom('account')
    .select('id')
    .where('organisation_id', '=', organisation_id)
    .where('role', '=', 'owner')
    .where('disabled', '=', 0)
    .where('password_hash', 'is not', null)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** POST /accounts/:account/reset: a new link for somebody who has lost the password, or the invitation. */
export function postReset(access: Access): Handler<StaffEnv, '/accounts/:account/reset'> {
  return async (c) => {
    const { organisationId, id: ownerId } = c.var.signedIn.account;
    const id = c.req.param('account');
    const issued = await access.store.write(async (trx) => {
      const account = await trx
        .selectFrom('account')
        .select(['email', 'name', 'locale', 'password_hash'])
        .where('id', '=', id)
        .where('organisation_id', '=', organisationId)
        .where('disabled', '=', 0)
        .executeTakeFirst();
      if (account === undefined) return undefined;
      const purpose = account.password_hash === null ? ('invite' as const) : ('reset' as const);
      await access.audit.append(trx, {
        action: 'link-issued',
        subject: `account ${id}`,
        organisationId,
        accountId: ownerId,
        detail: { purpose },
      });
      const { email, name, locale } = account;
      return { purpose, email, name, locale, url: await access.links.issue(trx, { purpose, accountId: id }) };
    });
    if (issued === undefined) return problem(c, 'not-found');
    deliver(access, organisationId, issued);
    return c.json({ link: issued.url }, 201);
  };
}

function deliver(access: Access, organisationId: string, message: Omit<LinkMessage, 'organisation'>): void {
  access.later(async () => {
    const { name: organisation } = await access.store.db
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow();
    await access.deliverLink({ ...message, organisation });
  });
}
