import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { cutSlowClients } from './slow-clients.ts';

export type Fetch = (request: Request, bindings: unknown) => Response | Promise<Response>;

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** Hands requests to an application; until then each is answered 503. */
  serve(fetch: Fetch): void;
}

/** How often Node looks for requests that take too long. */
const CHECKED_EVERY = 2_000;

/**
 * Listens on the first free port of `port` to `port + tries`.
 *
 * @throws Error that names HOST or PORT where the address cannot be used at all; the operating system's where all are taken
 */
export async function listen(host: string, port: number, tries = 20): Promise<Listening> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listenOn(host, candidate);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE' && candidate < Math.min(port + tries, 65_535)) continue;
      const problem = PROBLEMS.get(code)?.(host, candidate);
      throw problem === undefined ? error : new Error(`${problem} (${code}).`, { cause: error });
    }
  }
}

const noAddress = (host: string) => `HOST: ${host} is no address of this machine`;

/** What the operating system says of an address, in words of the settings. */
const PROBLEMS: ReadonlyMap<unknown, (host: string, port: number) => string> = new Map([
  ['ENOTFOUND', noAddress],
  ['EAI_AGAIN', noAddress],
  ['EADDRNOTAVAIL', noAddress],
  ['EACCES', (_: string, port: number) => `PORT: this process may not listen on ${port}`],
]);

function listenOn(host: string, port: number): Promise<Listening> {
  let fetch: Fetch = starting;
  const server = createAdaptorServer({
    fetch: (request, bindings) => fetch(request, bindings),
    createServer,
    serverOptions: { connectionsCheckingInterval: CHECKED_EVERY },
  }) as Server;
  cutSlowClients(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({
        server,
        port: (server.address() as AddressInfo).port,
        serve: (next) => {
          fetch = next;
        },
      });
    });
  });
}

/** While the database is opened: the process is up, and answers nothing yet. */
function starting(request: Request): Response {
  const isHealth = new URL(request.url).pathname === '/health';
  return new Response(isHealth ? 'up\n' : 'Starting; please try again in a moment.\n', {
    status: isHealth ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '1' },
  });
}
