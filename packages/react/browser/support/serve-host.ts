import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bodyOf } from '../../../test-utils/src/body-of.ts';
import { type LocalServer, listenLocally } from '../../../test-utils/src/listen-locally.ts';
import { bundlePage } from './bundle-page.ts';
import { reactAlias } from './react-alias.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; report-uri /reports";

const HOST_CSS = `
  body { margin: 0; padding: 16px; background: #eef1f4; font-family: serif; }
  [data-theme='dark'] body { background: #0b0f13; color: #eee; }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) body { background: #0b0f13; color: #eee; } }
`;

/** A host's page with the built package, under a strict content security policy, and the endpoint answers go to. */
export interface HostServer extends LocalServer {
  /** What the page holds before its script runs: for hydration. Default: nothing. */
  html: string;
  /** what the endpoint does with the next posts: a status, or `cut` in the middle of the answer; then 201 */
  readonly answers: (number | 'cut')[];
  /** seconds that it asks to be left alone after an answer of another kind than 201 */
  retryAfter: number;
  /** by idempotency key, what the endpoint stored first, as the collector does */
  readonly stored: Map<string, unknown>;
  /** posts that reached it */
  posts: number;
  /** what takes the requests below `/studies/`; default: nothing does */
  endpoint: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** reports of violations of the policy */
  readonly reports: string[];
}

export interface HostOptions {
  /** the page's script, beside this file; default `host-page.tsx` */
  readonly script?: string | undefined;
  /** bundles React 18 in place of 19 */
  readonly react18?: boolean;
  /** bundles React as it is shipped: many pages are opened faster */
  readonly production?: boolean;
}

export async function serveHost({
  script = 'host-page.tsx',
  react18 = false,
  production = false,
}: HostOptions = {}): Promise<HostServer> {
  const mode = production ? 'production' : 'development';
  const scripts = await bundlePage(here(script), { alias: reactAlias(react18), mode, minify: production });
  const styles = readFileSync(here('../../dist/styles.css'), 'utf8') + HOST_CSS;
  const server = createServer(async (request, response) => {
    response.setHeader('content-security-policy', POLICY);
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file = scripts.get(path);
    if (file !== undefined) response.setHeader('content-type', 'text/javascript').end(file);
    else if (path === '/page.css') response.setHeader('content-type', 'text/css').end(styles);
    else if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(document(host.html));
    else if (path === '/reports') {
      host.reports.push(await bodyOf(request));
      response.writeHead(204).end();
    } else if (path.startsWith('/studies/') && host.endpoint !== null) host.endpoint(request, response);
    else if (path === '/responses') await take(host, request, response);
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  const host: HostServer = {
    ...(await listenLocally(server)),
    html: '',
    answers: [],
    retryAfter: 1,
    stored: new Map(),
    posts: 0,
    endpoint: null,
    reports: [],
  };
  return host;
}

async function take(host: HostServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  host.posts++;
  const record = JSON.parse(await bodyOf(request)) as { idempotencyKey: string };
  const answer = host.answers.shift() ?? 201;
  if (answer === 'cut' || answer < 400) {
    if (!host.stored.has(record.idempotencyKey)) host.stored.set(record.idempotencyKey, record);
  }
  if (answer === 'cut') {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' }).write('{');
    response.socket?.destroy();
    return;
  }
  const problem = { title: 'Not a record of this study', detail: 'late is not in this study' };
  response.writeHead(answer, { 'content-type': 'application/problem+json', 'retry-after': String(host.retryAfter) });
  response.end(JSON.stringify(answer < 400 ? { stored: true } : problem));
}

const document = (html: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="root">${html}</div></body>
</html>`;
