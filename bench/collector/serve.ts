/**
 * A collector on loopback, as a process of its own: `serve.ts ADDRESS`. Sends its port to the process that started it,
 * answers "count" with the number of commits so far, and ends when that process lets go of it.
 */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { createCollector, openStore } from '@peerscale/collector';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import { study } from './study.ts';

const store = await openStore(process.argv[2]!);
await store.createStudy(study);
const onInternalError = (error: Error) => process.stderr.write(`${error.stack}\n`);
const app = createCollector({ store, catalogue: { findInstrument, findTextPack }, onInternalError });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send!({ port }));
process.on('message', () => process.send!({ commits: store.statistics().commits }));
process.on('disconnect', () => {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  void store.close();
});
