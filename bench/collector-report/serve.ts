/**
 * A collector with accounts on loopback, as a process of its own: `serve.ts ADDRESS`. Sends its port and the cookie of
 * somebody who is signed in, answers "state" with its resident megabytes and the longest turn of its event loop since it
 * was last asked, and ends when its starter lets go of it.
 */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { createCollector, openAccess, openStore } from '@peerscale/collector';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import { watchTurns } from './longest-turn.ts';
import { ACCOUNT } from './study.ts';

const store = await openStore(process.argv[2]!);
const onInternalError = (error: Error) => process.stderr.write(`${error.stack}\n`);
const access = openAccess({ store, origin: 'http://localhost:3000', onInternalError });
const { secret } = await store.write((trx) => access.sessions.start(trx, ACCOUNT));
const app = createCollector({ store, catalogue: { findInstrument, findTextPack }, access, onInternalError });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send!({ port, cookie: `peerscale-on-localhost=${secret}` }),
);
const longestTurn = watchTurns();
process.on('message', () =>
  process.send!({ megabytes: process.memoryUsage().rss / 2 ** 20, longestTurn: longestTurn() }),
);
process.on('disconnect', () => {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  void access.settled().then(() => store.close());
});
