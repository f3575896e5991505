import type { Context, Handler, Hono, MiddlewareHandler, Next } from 'hono';
import { type ProblemCode, problem } from '../problem.ts';
import { noteRefusal } from './note-refusal.ts';
import type { Access } from './open-access.ts';
import { BusyError } from './password/limit-work.ts';
import { type Permission, permissions, type Reach, type RouteName } from './permissions.ts';
import { reachesTeam } from './reaches-team.ts';
import { digestOf } from './secret.ts';
import { isOwnRequest } from './session/csrf.ts';
import type { SignedIn } from './session/sessions.ts';

/** What the handler of a route for roles finds: who asks, and how far they reach here. */
export interface StaffEnv {
  Variables: { signedIn: SignedIn; reach: Reach };
}

type PathOf<Name extends RouteName> = Name extends `${string} ${infer Path}` ? Path : never;

/** Makes the route of that name, with the guard that its row in `permissions` asks for. */
export type MakeRoute = <Name extends RouteName>(name: Name, handler: Handler<StaffEnv, PathOf<Name>>) => void;

/**
 * The one way to make a route for staff. Before the handler runs, the guard has made sure of the origin of the request,
 * the session, its token, the role, and that the study or account in the address belongs to the same organisation (else
 * it is a 404, as if it were not there); a lead gets no further than the own team.
 *
 * @param table who may use which route; the one table of this server by default
 * @throws RangeError for a route without a row
 */
export function protect(
  app: Hono,
  access: Access,
  table: Readonly<Record<string, Permission>> = permissions,
): MakeRoute {
  return (name, handler) => {
    const permission = Object.hasOwn(table, name) ? table[name] : undefined;
    if (permission === undefined) throw new RangeError(`Unexpected route: ${name} has no row in permissions`);
    const [method = '', path = ''] = name.split(' ');
    const answer: Handler<StaffEnv> = async (c, next) => {
      try {
        return await (handler as Handler<StaffEnv>)(c, next);
      } catch (error) {
        if (!(error instanceof BusyError)) throw error;
        return problem(c, 'busy', { headers: { 'Retry-After': '2' } });
      }
    };
    app.on(method, path, guard(access, name, permission) as MiddlewareHandler, answer as unknown as Handler);
  };
}

function guard(access: Access, name: string, permission: Permission): MiddlewareHandler<StaffEnv> {
  const changes = !name.startsWith('GET ');

  const refuse = (c: Context, code: ProblemCode, who?: SignedIn, headers: Record<string, string> = {}) => {
    access.later(() =>
      access.audit.refused({
        action: 'request-refused',
        subject: name,
        organisationId: who?.account.organisationId ?? null,
        accountId: who?.account.id ?? null,
        detail: { reason: code },
      }),
    );
    return problem(c, code, { headers });
  };
  const door = { route: name, respondents: permission === 'anyone' };
  const slowDown = (c: Context, wait: number, who?: SignedIn) => {
    const headers = { 'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))) };
    const response = problem(c, 'too-many-requests', { headers });
    noteRefusal(access, c, { ...door, who });
    return response;
  };
  const letIn = async (c: Context, next: Next, who?: SignedIn) => {
    await next();
    noteRefusal(access, c, { ...door, who });
  };

  return async (c, next) => {
    if (permission === 'anyone') return letIn(c, next);
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (changes && !isOwnRequest(c, access.origin)) return refuse(c, 'cross-site-request');
    if (permission === 'visitor') {
      const wait = changes ? access.visitors.take(access.address(c)) : 0;
      return wait > 0 ? slowDown(c, wait) : letIn(c, next);
    }
    const cookie = access.cookies.read(c, 'peerscale');
    const who = await access.sessions.find(cookie);
    if (who === undefined) {
      const headers = { 'WWW-Authenticate': 'Cookie realm="peerscale"' };
      // a page that asks who is signed in is not worth a line in the log, a cookie that is none of ours is
      return cookie === undefined
        ? problem(c, 'not-signed-in', { headers })
        : refuse(c, 'not-signed-in', undefined, headers);
    }
    const wait = access.accounts.take(who.account.id);
    if (wait > 0) return slowDown(c, wait, who);
    if (changes && digestOf(c.req.header('X-CSRF-Token')) !== who.csrfDigest)
      return refuse(c, 'cross-site-request', who);
    const reach = permission[who.account.role];
    if (reach === undefined) return refuse(c, 'forbidden', who);
    const changesAccount = changes && reach === 'own' && name !== 'DELETE /session';
    if (changesAccount && access.guests.has(who.account.id)) return refuse(c, 'forbidden', who);
    if (!(await isOfOrganisation(access, c, who))) return refuse(c, 'not-found', who);
    if (!reachesTeam(reach, who, c.req.param('team'))) return refuse(c, 'forbidden', who);
    c.set('signedIn', who);
    c.set('reach', reach);
    return letIn(c, next, who);
  };
}

/** Whether what the address names is the organisation's own. What lies below a study is looked for within that study. */
async function isOfOrganisation({ store }: Access, c: Context, { account }: SignedIn): Promise<boolean> {
  const named = [
    ['study', c.req.param('study')],
    ['account', c.req.param('account')],
  ] as const;
  for (const [table, id] of named) {
    if (id === undefined) continue;
    // a character that no id has and PostgreSQL refuses
    if (/[\0\p{Surrogate}]/u.test(id)) return false;
    const found = await store.db
      .selectFrom(table)
      .select('id')
      .where('id', '=', id)
      .where('organisation_id', '=', account.organisationId)
      .executeTakeFirst();
    if (found === undefined) return false;
  }
  return true;
}
