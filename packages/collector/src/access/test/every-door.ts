import type { Hono } from 'hono';
import { type Role, roles } from '../../model/account.ts';
import { type Permission, permissions, type RouteName } from '../permissions.ts';
import type { TestServer } from './test-server.ts';

export interface Doors {
  /** routes that the server has and the table does not know; must be empty */
  readonly withoutRow: readonly string[];
  /** rows of the table that no route belongs to; must be empty */
  readonly withoutRoute: readonly string[];
  /** one line for each try that was not answered as the table says; must be empty */
  readonly wrong: readonly string[];
  /** how many tries there were */
  readonly tries: number;
}

/** Ids for the parameters of an address: what belongs to the own organisation, and what belongs to another. */
export type Ids = Readonly<Record<string, string>>;

/**
 * Tries every route of a server with every role, with no session, without the token, from another site, and with the ids
 * of another organisation, and compares each answer with the table of permissions. Bodies are empty objects: a 422 says
 * that the guard let the request through, and changes nothing.
 */
export async function everyDoor(
  { app, browser, access }: Pick<TestServer, 'app' | 'browser' | 'access'>,
  emails: Readonly<Record<Role, string>>,
  own: Readonly<Record<Role, Ids>>,
  foreign: Ids,
): Promise<Doors> {
  const table: Readonly<Record<string, Permission>> = permissions;
  const names = routesOf(app);
  const wrong: string[] = [];
  let tries = 0;

  const expectStatus = async (what: string, response: Response, fits: (status: number) => boolean) => {
    tries++;
    if (!fits(response.status)) wrong.push(`${what}: ${response.status} ${await response.text()}`);
  };
  const passed = (status: number) => status < 400 || [409, 410, 413, 422].includes(status);

  for (const name of names) {
    const permission = table[name];
    if (permission === undefined) continue;
    const [method = '', pattern = ''] = name.split(' ');
    const changes = method !== 'GET';
    const body = changes ? {} : undefined;
    const path = (ids: Ids) => pattern.replace(/:(\w+)/g, (_, key: string) => ids[key] ?? `no-${key}`);
    const evil = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };

    const stranger = await browser().send(method, path(own.owner), body);
    if (typeof permission === 'string') {
      await expectStatus(`${name}, nobody`, stranger, (status) => status !== 401 && status !== 403);
      if (permission === 'visitor' && changes) {
        await expectStatus(
          `${name}, from another site`,
          await browser().send(method, path(own.owner), body, evil),
          (s) => s === 403,
        );
      }
      continue;
    }
    await expectStatus(`${name}, nobody`, stranger, (status) => status === 401);
    for (const role of roles) {
      const who = async () => {
        // a session for each try: some routes end it
        const one = browser();
        const account = await access.store.db
          .selectFrom('account')
          .select('id')
          .where('email', '=', emails[role])
          .executeTakeFirstOrThrow();
        const started = await access.store.write((trx) => access.sessions.start(trx, account.id));
        one.cookies.set('__Host-peerscale', started.secret);
        one.csrf = started.csrf;
        return one;
      };
      const allowed = permission[role] !== undefined;
      await expectStatus(`${name}, ${role}`, await (await who()).send(method, path(own[role]), body), (status) =>
        allowed ? passed(status) : status === 403,
      );
      if (changes) {
        const withoutToken = (await who()).send(method, path(own[role]), body, { 'X-CSRF-Token': undefined });
        await expectStatus(`${name}, ${role} without the token`, await withoutToken, (status) => status === 403);
        const fromElsewhere = (await who()).send(method, path(own[role]), body, evil);
        await expectStatus(`${name}, ${role} from another site`, await fromElsewhere, (status) => status === 403);
      }
      if (!pattern.includes(':')) continue;
      for (const [whose, ids] of [
        ['another organisation', foreign],
        ['nobody', {}],
        ['a broken address', Object.fromEntries(Object.keys(foreign).map((key) => [key, 'x%00%27%20or%201=1--']))],
      ] as const) {
        const response = await (await who()).send(method, path(ids), body);
        await expectStatus(`${name}, ${role}, ids of ${whose}`, response, (s) => s === (allowed ? 404 : 403));
      }
    }
  }
  const known = new Set<string>(names);
  return {
    withoutRow: names.filter((name) => !Object.hasOwn(table, name)),
    withoutRoute: Object.keys(table).filter((name) => !known.has(name as RouteName)),
    wrong,
    tries,
  };
}

/** The routes that answer, as `GET /studies`; what runs for every address is no route. */
function routesOf(app: Hono): string[] {
  const named = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  return [...new Set(named)];
}
