import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Access, type CollectorStore, createCollector, type MailTransport } from '@peerscale/collector';
import {
  addOperations,
  guestSession,
  type Log,
  type Metrics,
  noteTraversal,
  type ServerSettings,
  watchRequests,
} from '@peerscale/collector/server';
import { type Context, Hono } from 'hono';
import { routeOf } from '../shared/routes.ts';
import { catalogue } from './catalogue.ts';
import type { Demonstration } from './demonstration/add-demonstration.ts';
import { securityHeaders } from './security-headers.ts';
import { surveyBundle } from './survey-bundle.ts';
import { toOwnOrigin } from './to-own-origin.ts';

export interface AppOptions {
  readonly store: CollectorStore;
  /** folder of the built client, with its `index.html` and `assets/` */
  readonly clientFolder: string;
  /** told of an error that was answered with 500: where it happened, without what it was about */
  readonly onInternalError: (error: Error) => void;
  /** accounts; without, only open studies are served */
  readonly access?: Access;
  readonly mail?: MailTransport;
  /** the simulated organisation that anybody may look at; none by default */
  readonly demonstration?: Demonstration | undefined;
  /** counts of requests, at `/metrics` beside `/health` and `/ready`; none of the three by default */
  readonly metrics?: Metrics;
  readonly settings?: Pick<ServerSettings, 'metricsToken' | 'proxies'>;
  readonly log?: Log;
  readonly isServing?: () => boolean;
  /** the clock of the answers' days; the server's by default */
  readonly now?: () => Date;
}

/** The whole product as one Hono app: the collector at `/api`, the built client, its pages. */
export function createApp(options: AppOptions): Hono {
  const { store, access, mail, demonstration, metrics, log, clientFolder, onInternalError, now } = options;
  const shell = readFileSync(join(clientFolder, 'index.html'), 'utf8');
  const page = (c: Context, status: 200 | 404) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(shell, status);
  };
  const app = new Hono();

  app.onError((error, c) => {
    onInternalError(error);
    return c.text('The server could not answer this request.', 500);
  });
  if (log !== undefined) app.use(watchRequests({ log, ...(metrics === undefined ? {} : { metrics }) }));
  app.use(securityHeaders({ secure: access?.origin.secure ?? false }));
  if (metrics !== undefined) addOperations(app, { ...options, metrics });
  if (access !== undefined) app.use(noteTraversal(access), toOwnOrigin(access.origin));
  if (access !== undefined && demonstration !== undefined) {
    const api = new Hono();
    api.get('/demonstration', (c) => {
      c.header('Cache-Control', 'no-cache');
      return c.json({ study: demonstration.study });
    });
    guestSession(api, access, '/demonstration/session', demonstration.guest);
    app.route('/api', api);
  }
  app.route(
    '/api',
    createCollector({
      store,
      catalogue,
      onInternalError,
      ...(access === undefined ? {} : { access }),
      ...(mail === undefined ? {} : { mail }),
      ...(now === undefined ? {} : { now }),
    }),
  );

  // the names of assets carry a hash of their content: the same name never means something else
  app.use('/assets/*', serveStatic({ root: clientFolder, precompressed: true, onFound: cacheForEver }));
  app.use('/favicon.svg', serveStatic({ root: clientFolder, onFound: cacheForADay }));
  // the element's own files, and forms for it, as any host of it serves them
  app.use('/peerscale/*', serveStatic({ root: clientFolder, precompressed: true, onFound: askEveryTime }));
  app.use('/playground/preview.html', serveStatic({ root: clientFolder, precompressed: true, onFound: askEveryTime }));
  app.get('/surveys/:file{[a-z0-9-]+\\.json}', (c) => {
    const bundle = surveyBundle(c.req.param('file').replace(/\.json$/, ''));
    if (bundle === undefined) return c.notFound();
    c.header('Cache-Control', 'no-cache');
    return c.json(bundle);
  });
  app.get('*', (c) => {
    const { path } = c.req;
    // a missing file is missing; it must not arrive as a page
    if (/^\/(?:assets|peerscale|surveys)\/|^\/playground\/./.test(path) || path === '/favicon.svg') {
      return c.text('Not found', 404);
    }
    return page(c, routeOf(path).page === 'not-found' ? 404 : 200);
  });
  app.notFound((c) => c.text('Not found', 404));
  return app;
}

function cacheForEver(_path: string, c: Context): void {
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
}

/** These names stay when the content changes. */
function askEveryTime(_path: string, c: Context): void {
  c.header('Cache-Control', 'no-cache');
}

function cacheForADay(_path: string, c: Context): void {
  c.header('Cache-Control', 'public, max-age=86400');
}
