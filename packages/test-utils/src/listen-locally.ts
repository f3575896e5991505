import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of a test, which nobody but this machine reaches. */
export interface LocalServer {
  readonly origin: string;
  /** ends it, with requests that are still waiting for an answer */
  close(): Promise<void>;
}

/** Lets a server listen on a free port of this machine. */
export async function listenLocally(server: Server): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
