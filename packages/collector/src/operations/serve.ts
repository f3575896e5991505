import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { noteTraversal } from '../access/note-traversal.ts';
import type { Catalogue } from '../catalogue.ts';
import { createCollector } from '../create-collector.ts';
import { foldDue } from '../results/fold-due.ts';
import { createDueWork } from '../studies/due-work.ts';
import { addOperations } from './add-operations.ts';
import type { Log } from './log.ts';
import type { ServerSettings } from './read-settings.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { watchRequests } from './watch-requests.ts';

/** The collector alone, without pages: its API at `/api`, beside it `/health`, `/ready` and `/metrics`. */
export function serveCollector(settings: ServerSettings, catalogue: Catalogue, log: Log): Promise<RunningServer> {
  return startServer(settings, {
    log,
    jobs: (room) => [
      { name: 'due-work', run: createDueWork({ ...room, letterHour: settings.letterHour, catalogue }) },
      { name: 'fold-results', run: () => foldDue({ store: room.store, catalogue }) },
    ],
    createApp: (room) => {
      const app = new Hono();
      app.use(watchRequests(room));
      app.use(noteTraversal(room.access));
      app.use(
        secureHeaders({
          contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
          xFrameOptions: 'DENY',
          strictTransportSecurity: room.access.origin.secure && 'max-age=31536000',
        }),
      );
      addOperations(app, room);
      app.route('/api', createCollector({ ...room, catalogue }));
      app.notFound((c) => c.text('Not found', 404));
      return app;
    },
  });
}
