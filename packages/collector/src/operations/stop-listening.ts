import type { Server } from 'node:http';

/** Requests under way get this long to finish. */
const PATIENCE = 5_000;

/**
 * Takes no new requests, lets those under way finish for five seconds, then cuts them. A keep-alive connection counts as
 * under way only while it waits for an answer.
 */
export function stopListening(server: Server, patience = PATIENCE): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
