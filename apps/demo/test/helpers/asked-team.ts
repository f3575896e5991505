import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { openAccess, openSqliteStore } from '@peerscale/collector';
import { setUpLink } from '@peerscale/collector/server';
import type { FormPlan } from '@peerscale/form';
import type { Hono } from 'hono';
import type { BrowserContext } from 'playwright-core';
import { createApp } from '../../src/server/create-app.ts';
import { setUp } from './staff.ts';

const clientFolder = fileURLToPath(new URL('../../dist/client', import.meta.url));
const DAY = 86_400_000;

const dayAfter = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** What staff of the made-up wards are asked: one short instrument, one choice, one remark. */
const plan: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'ward-round',
  version: '1.0.0',
  parts: [
    { kind: 'instrument', id: 'burnout', instrument: 'work-burnout', version: '1.0.0' },
    {
      kind: 'long-text',
      id: 'remark',
      question: { en: 'What should we keep?', cs: 'Co bychom měli zachovat?' },
      maximumLength: 300,
    },
  ],
};

export interface AskedTeam {
  /** address without a slash at the end */
  readonly origin: string;
  readonly study: string;
  /** the waves, the first is open */
  readonly waves: readonly { readonly id: string; readonly name: string }[];
  /** Asks the collector as the owner; gives the JSON of the answer. @throws Error for any status from 400 up */
  ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Addresses of invitations that work once, for staff of the red ward. */
  tokens(count: number): Promise<string[]>;
  /** Address of a link for many; what it leaves out people choose themselves. */
  link(cell?: { readonly team?: string; readonly group?: string }): Promise<string>;
  /** how many response records the store has */
  responses(): Promise<number>;
  /** Gives a browser the owner's session. */
  signIn(context: BrowserContext): Promise<void>;
  close(): Promise<void>;
}

/**
 * The built client with the collector in this process, over a fresh store: an organisation with an open study of three
 * teams and two groups, one wave open and one planned.
 */
export async function askedTeam(): Promise<AskedTeam> {
  let app: Hono | undefined;
  const fail = (error: Error): never => {
    throw error;
  };
  const { server, origin } = await listen((request, env) => app!.fetch(request, env));
  const store = await openSqliteStore(':memory:');
  const access = openAccess({ store, origin, onInternalError: fail });
  app = createApp({ store, access, clientFolder, onInternalError: fail });

  const link = await setUpLink(access);
  const owner = await setUp({ origin, setUpLink: () => link });
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await owner.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };

  const { study } = await ask<{ study: { id: string } }>('POST', '/studies', {
    title: { en: 'How are we doing?', cs: 'Jak se nám daří?' },
    locales: ['en', 'cs'],
    retentionDays: 365,
    helpContacts: { text: { en: 'Call 116 123 at any time.', cs: 'Volejte kdykoli 116 123.' } },
  });
  const of = `/studies/${study.id}`;
  await ask('POST', `${of}/teams`, {
    teams: [
      { id: 'red', name: 'Red ward' },
      { id: 'blue', name: 'Blue ward' },
      { id: 'green', name: 'Green ward' },
    ],
  });
  await ask('PUT', `${of}/groups/staff`, { name: 'Staff', plan });
  await ask('PUT', `${of}/groups/managers`, { name: 'Managers', plan: { ...plan, id: 'ward-managers' } });
  await ask('POST', `${of}/open`, {});
  const wave = async (name: string, opensOn: string, closesOn: string) => {
    const made = await ask<{ wave: { id: string; name: string } }>('POST', `${of}/waves`, { name, opensOn, closesOn });
    return made.wave;
  };
  const waves = [await wave('Autumn', dayAfter(0), dayAfter(14)), await wave('Winter', dayAfter(90), dayAfter(104))];
  const current = `${of}/waves/${waves[0]!.id}`;
  await ask('POST', `${current}/start`, {});

  return {
    origin,
    study: study.id,
    waves,
    ask,
    signIn: (context) => context.addCookies(owner.cookies()),
    async tokens(count) {
      const { tokens } = await ask<{ tokens: { url: string }[] }>('POST', `${current}/tokens`, {
        cells: [{ team: 'red', group: 'staff', count }],
      });
      return tokens.map(({ url }) => url);
    },
    async link(cell = {}) {
      return (await ask<{ url: string }>('POST', `${current}/links`, cell)).url;
    },
    async responses() {
      return (await store.db.selectFrom('response').select('key_digest').execute()).length;
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await access.settled();
      await store.close();
    },
  };
}

function listen(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<{ server: ServerType; origin: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: 'localhost' }, ({ port }) =>
      resolve({ server, origin: `http://localhost:${port}` }),
    );
  });
}
