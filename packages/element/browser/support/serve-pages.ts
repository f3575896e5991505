import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bodyOf } from '../../../test-utils/src/body-of.ts';
import { type LocalServer, listenLocally } from '../../../test-utils/src/listen-locally.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; report-uri /reports";

const HOST_CSS = `
  body { margin: 0; padding: 16px; background: #eef1f4; color: #223; font: 17px/1.3 Georgia, serif; }
  peerscale-survey:not(:defined) { display: block; min-height: 100vh; }
  p { color: rgb(120, 0, 0); margin: 7px; } h2 { color: rgb(0, 90, 0); } label { color: red; } input { width: 3px; }
  @media (prefers-color-scheme: dark) { body { background: #0b0f13; color: #eee; } }
`;

/** What the page's script does: it writes down what it is told. */
const HOST_SCRIPT = `
  window.events = [];
  for (const name of ['ready', 'change', 'progress', 'submit', 'saved', 'error', 'peerscale']) {
    document.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) events.push({ name, id: event.target.id, detail: JSON.parse(JSON.stringify(event.detail)) });
    }, name === 'error'); // which does not bubble
  }
`;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

/** A server of pages with the built element, under a strict policy, and of the endpoint that answers go to. */
export interface PageServer extends LocalServer {
  /** JSON by path, besides the files of the package */
  readonly json: Record<string, unknown>;
  /** scripts and styles by path, besides the files of the package */
  readonly files: Record<string, string>;
  /** in the head of the page at "/", before the element's script */
  head: string;
  /** an endpoint of the test's own, in place of `answers` */
  endpoint: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** body of the page at "/" */
  body: string;
  /** language of that page */
  lang: string;
  /** the status of the endpoint's next answers, then 201 */
  readonly answers: { status: number; body?: unknown; headers?: Readonly<Record<string, string>> }[];
  /** what the endpoint was sent */
  readonly received: unknown[];
  /** reports of the policy's violations */
  readonly reports: string[];
}

export async function servePages(): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file = `${dist}${path.slice(1)}`;
    const send = (type: string, text: string) => response.setHeader('content-type', TYPES[type]!).end(text);
    if (path === '/reports') {
      pages.reports.push(await bodyOf(request));
      response.writeHead(204).end();
    } else if (request.method === 'POST' && pages.endpoint !== null) {
      pages.endpoint(request, response);
    } else if (request.method === 'POST') {
      pages.received.push(JSON.parse(await bodyOf(request)));
      const { status, body = {}, headers = {} } = pages.answers.shift() ?? { status: 201 };
      response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(JSON.stringify(body));
    } else if (path === '/never.json') {
      return; // no answer at all
    } else if (Object.hasOwn(pages.json, path)) {
      const value = pages.json[path];
      send('json', typeof value === 'string' ? value : JSON.stringify(value));
    } else if (Object.hasOwn(pages.files, path)) {
      send(path.split('.').at(-1)!, pages.files[path]!);
    } else if (path === '/') {
      response.setHeader('content-security-policy', POLICY);
      send('html', page(pages));
    } else if (path === '/host.css') send('css', HOST_CSS);
    else if (path === '/host.js') send('js', HOST_SCRIPT);
    else if (path.length > 1 && existsSync(file)) send(path.split('.').at(-1)!, readFileSync(file, 'utf8'));
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  const pages: PageServer = {
    ...(await listenLocally(server)),
    json: {},
    files: {},
    head: '',
    endpoint: null,
    body: '',
    lang: 'en',
    answers: [],
    received: [],
    reports: [],
  };
  return pages;
}

const page = ({ body, head, lang }: PageServer) => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>
<link rel="stylesheet" href="/host.css">
${head}
<script src="/host.js"></script>
<script type="module" src="/peerscale-survey.js"></script>
</head>
<body><main><h1>Host page</h1>${body}</main></body>
</html>`;
