import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'";

const HOST_CSS = `
  body { margin: 0; padding: 16px; background: #eef1f4; font-family: serif; }
  [data-theme='dark'] body { background: #0b0f13; color: #eee; }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) body { background: #0b0f13; color: #eee; } }
`;

/** A host's page with the built package, under a strict content security policy. */
export interface HostServer {
  readonly origin: string;
  /** What the page holds before its script runs: for hydration. Default: nothing. */
  html: string;
  close(): Promise<void>;
}

/** @param script the page's script, beside this file */
export async function serveHost(script = 'host-page.tsx'): Promise<HostServer> {
  const bundle = await build({
    entryPoints: [here(script)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    alias: { '@peerscale/react': here('../../dist/index.js') },
    // React's development build: it is the one that complains.
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const styles = readFileSync(here('../../dist/styles.css'), 'utf8') + HOST_CSS;
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (path === '/page.js') response.setHeader('content-type', 'text/javascript').end(bundle.outputFiles[0]!.text);
    else if (path === '/page.css') response.setHeader('content-type', 'text/css').end(styles);
    else if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(document(host.html));
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: HostServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    html: '',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return host;
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
