import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type CollectorStore, createCollector } from '@peerscale/collector';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import { type Context, Hono } from 'hono';
import { routeOf } from '../shared/routes.ts';
import { securityHeaders } from './security-headers.ts';
import { surveyBundle } from './survey-bundle.ts';

export interface AppOptions {
  readonly store: CollectorStore;
  /** folder of the built client, with its `index.html` and `assets/` */
  readonly clientFolder: string;
  /** told of an error that was answered with 500: where it happened, without what it was about */
  readonly onInternalError: (error: Error) => void;
}

/** The whole demo as one Hono app: the collector at `/api`, the built client, its pages. */
export function createApp({ store, clientFolder, onInternalError }: AppOptions): Hono {
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
  app.use(securityHeaders());
  app.route('/api', createCollector({ store, catalogue: { findInstrument, findTextPack }, onInternalError }));

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
