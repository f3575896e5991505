import { Server } from 'node:http';
import type { ServerType } from '@hono/node-server';
import type { CollectorStore } from '@peerscale/collector';

/** Requests under way get this long to finish. */
const PATIENCE_MS = 5_000;

/** On SIGINT or SIGTERM: takes no new requests, lets those under way finish, closes the database. A second signal ends at once. */
export function stopGracefully(server: ServerType, store: CollectorStore): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    server.close(() => {
      clearTimeout(patience);
      store.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    if (server instanceof Server) server.closeIdleConnections();
    const patience = setTimeout(() => {
      if (server instanceof Server) server.closeAllConnections();
    }, PATIENCE_MS);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
