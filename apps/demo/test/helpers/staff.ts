import type { DemoServer } from './demo-server.ts';

/** Somebody who is signed in, as a page of the server is: with cookies, an origin and a token. */
export interface Staff {
  /** Asks the API; `path` is below `/api`. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** The same, and the JSON of an answer that must be of that status. */
  ask<T>(method: string, path: string, body?: unknown, status?: number): Promise<T>;
  /** for `context.addCookies` of a browser that is to be signed in too */
  cookies(): { name: string; value: string; url: string }[];
}

/** What the first owner says. */
export const OWNER = {
  organisation: 'Hillside clinic',
  name: 'Ada Horak',
  email: 'ada@hillside.example',
  password: 'seven quiet lamps on the hill',
  locale: 'en',
} as const;

type Server = Pick<DemoServer, 'origin' | 'setUpLink'>;

/** Sets the server up by the link that it has printed. */
export async function setUp(server: Server, owner: Partial<typeof OWNER> = {}): Promise<Staff> {
  const link = server.setUpLink()?.split('#')[1];
  return begin(server, '/set-up', { link, ...OWNER, ...owner });
}

/** Signs in with a password. */
export function signIn(
  server: Server,
  { email, password }: { readonly email: string; readonly password: string } = OWNER,
): Promise<Staff> {
  return begin(server, '/session', { email, password });
}

/** Signs in as a visitor of the demonstration. */
export function visitDemonstration(server: Server): Promise<Staff> {
  return begin(server, '/demonstration/session');
}

async function begin({ origin }: Server, path: string, body?: unknown): Promise<Staff> {
  const jar = new Map<string, string>();
  let csrf: string | undefined;
  const send: Staff['send'] = async (method, below, content) => {
    const response = await fetch(`${origin}/api${below}`, {
      method,
      headers: {
        Origin: origin,
        ...(csrf === undefined ? {} : { 'X-CSRF-Token': csrf }),
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(jar.size === 0 ? {} : { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const staff: Staff = {
    send,
    async ask<T>(method: string, below: string, content?: unknown, status = 200) {
      const response = await send(method, below, content);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${method} ${below}: ${response.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url: origin })),
  };
  ({ csrf } = await staff.ask<{ csrf: string }>('POST', path, body, 201));
  return staff;
}
