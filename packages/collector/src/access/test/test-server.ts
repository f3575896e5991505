import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { Catalogue } from '../../catalogue.ts';
import { createCollector } from '../../create-collector.ts';
import type { MailTransport } from '../../invitations/mail-transport.ts';
import type { Role } from '../../model/account.ts';
import { openStore } from '../../store/open-store.ts';
import { teaCatalogue } from '../../test/tea-study.ts';
import { type Access, type AccessOptions, type LinkMessage, openAccess } from '../open-access.ts';
import { createPasswords } from '../password/passwords.ts';

export const ORIGIN = 'https://survey.ward3.example';
/** A password that is right for everybody in the tests. */
export const PASSWORD = 'tři zelené kachny v parku';
/** So cheap that a test does not wait; what the parameters are is tested where passwords are. */
export const cheapParameters = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const passwordHash = createPasswords({ parameters: cheapParameters }).hash(PASSWORD);

export interface TestServer {
  readonly app: Hono;
  readonly access: Access;
  /** letters with links that were sent */
  readonly letters: LinkMessage[];
  /** moves the server's clock */
  pass(milliseconds: number): void;
  /** A browser at an address of its own, with cookies of its own. */
  browser(address?: string): Browser;
  /** Adds an organisation and gives its id. */
  addOrganisation(name: string): Promise<string>;
  /** Adds an account whose password is PASSWORD and gives its id and e-mail. */
  addAccount(organisationId: string, role: Role, changes?: { team?: string; email?: string }): Promise<TestAccount>;
}

export interface TestAccount {
  readonly id: string;
  readonly email: string;
}

export interface Browser {
  /** As a page of the server sends it: with its cookies, its origin and its token. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string | undefined>): Promise<Response>;
  /** Signs in with PASSWORD. */
  signIn(email: string): Promise<Response>;
  readonly cookies: Map<string, string>;
  csrf: string | undefined;
}

export interface TestServerOptions extends Partial<AccessOptions> {
  readonly catalogue?: Catalogue;
  readonly mail?: MailTransport;
}

const noMail: MailTransport = { send: async () => {}, close: async () => {} };

/** The collector with accounts over a fresh store; an internal error fails the test. */
export async function testServer(
  address: string,
  { catalogue = teaCatalogue, mail = noMail, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const store = await openStore(address);
  const letters: LinkMessage[] = [];
  let time = Date.UTC(2026, 10, 20, 8);
  const fail = (error: Error): never => {
    throw error;
  };
  const access = openAccess({
    store,
    origin: ORIGIN,
    now: () => new Date(time),
    passwords: { parameters: cheapParameters },
    deliverLink: async (message) => void letters.push(message),
    onInternalError: fail,
    ...options,
  });
  onTestFinished(async () => {
    await access.settled();
    await store.close();
  });
  const app = createCollector({ store, catalogue, access, mail, onInternalError: fail, now: () => new Date(time) });

  return {
    app,
    access,
    letters,
    pass: (milliseconds) => (time += milliseconds),
    browser: (from = '192.0.2.1') => newBrowser(app, access, from),
    async addOrganisation(name) {
      const id = randomUUID();
      await store.write((trx) => trx.insertInto('organisation').values({ id, name }).execute());
      return id;
    },
    async addAccount(organisation_id, role, { team, email = `${randomUUID()}@ward3.example` } = {}) {
      const id = randomUUID();
      const password_hash = await passwordHash;
      await store.write((trx) =>
        trx
          .insertInto('account')
          .values({
            id,
            organisation_id,
            email,
            name: `The ${role}`,
            role,
            team_id: team ?? null,
            password_hash,
            locale: 'en',
            disabled: 0,
            created_at: time,
          })
          .execute(),
      );
      return { id, email };
    },
  };
}

function newBrowser(app: Hono, access: Access, remoteAddress: string): Browser {
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    csrf: undefined,
    async send(method, path, body, changed = {}) {
      const headers: Record<string, string | undefined> = {
        Origin: method === 'GET' ? undefined : access.origin.origin,
        'Sec-Fetch-Site': 'same-origin',
        'X-CSRF-Token': browser.csrf,
        'Content-Type': body === undefined ? undefined : 'application/json',
        Cookie: cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...changed,
      };
      const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await app.request(
        path,
        { method, headers: sent, ...(body === undefined ? {} : { body: text }) },
        { incoming: { socket: { remoteAddress } } },
      );
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/Max-Age=0/i.test(cookie)) cookies.delete(name);
        else cookies.set(name, value);
      }
      if (response.ok && response.headers.get('Content-Type')?.startsWith('application/json')) {
        const answer = (await response.clone().json()) as { csrf?: string };
        browser.csrf = answer.csrf ?? browser.csrf;
      }
      return response;
    },
    signIn: (email) => browser.send('POST', '/session', { email, password: PASSWORD }),
  };
  return browser;
}
