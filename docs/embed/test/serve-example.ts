import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createCollector, openSqliteStore } from '@peerscale/collector';
import { findInstrument, findTextPack, textPacksOf } from '@peerscale/instruments';
import { Hono } from 'hono';

/** Nothing inline, nothing from elsewhere. The frame of the same server is the only frame. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; report-uri /reports";

/** Files of an example as they are served, by path; the page is at "/". */
export type ExampleFiles = Readonly<Record<string, string>>;

export interface ExampleServer {
  readonly origin: string;
  /** what is served now */
  files: ExampleFiles;
  /** reports of violations of the policy */
  readonly reports: string[];
  /** the records that the collector keeps, in the order they came */
  readonly records: () => Promise<readonly { readonly answers: Readonly<Record<string, number | string>> }[]>;
  readonly close: () => Promise<void>;
}

const STUDY = {
  id: 'spring',
  title: { en: 'Spring' },
  instrument: 'turnover-intention',
  version: '1.0.0',
  locales: ['en'],
  minimumGroupSize: 5,
  simulated: false,
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** A host of an example: its files, the element's, a form as JSON, and a collector with one study, all under a strict policy. */
export async function serveExample(): Promise<ExampleServer> {
  const store = await openSqliteStore(':memory:');
  await store.createStudy(STUDY);
  const elementFolder = dirname(fileURLToPath(import.meta.resolve('@peerscale/element/peerscale-survey.js')));
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', POLICY);
  });
  app.route('/api', createCollector({ store, catalogue: { findInstrument, findTextPack } }));
  app.post('/reports', async (c) => {
    served.reports.push(await c.req.text());
    return c.body(null, 204);
  });
  app.get('/surveys/turnover-intention.json', (c) => {
    const instrument = findInstrument(STUDY.instrument, STUDY.version)!;
    return c.json({ instrument, textPacks: textPacksOf(instrument) });
  });
  app.use(
    '/peerscale/*',
    serveStatic({
      root: relative(process.cwd(), elementFolder),
      rewriteRequestPath: (path) => path.replace('/peerscale', ''),
    }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('*', (c) => {
    const text = served.files[c.req.path];
    const type = TYPES[c.req.path === '/' ? 'html' : (c.req.path.split('.').at(-1) ?? '')];
    return text === undefined || type === undefined ? c.notFound() : c.body(text, 200, { 'Content-Type': type });
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const served: ExampleServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files: {},
    reports: [],
    records: () => store.records(STUDY.id),
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.close();
    },
  };
  return served;
}

/** A file of an example as it stands. */
export function exampleFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}
