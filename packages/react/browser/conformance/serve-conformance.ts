import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type LocalServer, listenLocally } from '../../../test-utils/src/listen-locally.ts';
import { bundlePage } from '../support/bundle-page.ts';
import { reactAlias } from '../support/react-alias.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page with both doors as they are built. */
export async function serveConformance(): Promise<LocalServer> {
  const scripts = await bundlePage(here('conformance-page.ts'), {
    alias: { ...reactAlias(false), '@peerscale/element': here('../../../element/dist/index.js') },
    mode: 'production',
  });
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
  return listenLocally(server);
}
