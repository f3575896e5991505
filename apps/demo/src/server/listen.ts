import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly server: ServerType;
  readonly port: number;
}

/**
 * Serves the app on the first free port of `port` to `port + tries`.
 *
 * @throws the operating system's error where all are taken, or where the address cannot be used at all
 */
export async function listen(app: Hono, host: string, port: number, tries = 20): Promise<Listening> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listenOn(app, host, candidate);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || candidate >= Math.min(port + tries, 65_535)) throw error;
    }
  }
}

function listenOn(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}
