import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageFolder } from '../support/react-alias.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page with both doors as they are built. */
export async function serveConformance(): Promise<{ origin: string; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: { page: here('conformance-page.ts') },
    absWorkingDir: packageFolder,
    bundle: true,
    splitting: true,
    outdir: '/',
    write: false,
    logLevel: 'error',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    alias: {
      '@peerscale/react': here('../../dist/index.js'),
      '@peerscale/element': here('../../../element/dist/index.js'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const styles = readFileSync(here('../../dist/styles.css'), 'utf8');
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Both doors</title>' +
    '<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script><body></body></html>';
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    const script = scripts.get(path);
    response.setHeader('content-security-policy', "default-src 'self'; style-src 'self'");
    if (script !== undefined) response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    else if (path === '/page.css') response.setHeader('content-type', 'text/css').end(styles);
    else if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
