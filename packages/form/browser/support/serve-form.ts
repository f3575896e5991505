import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type LocalServer, listenLocally } from '../../../test-utils/src/listen-locally.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title>
<script type="module" src="/page.js"></script></html>`;

/**
 * A page with the built package under a strict policy; whatever else is asked for goes to `answer`.
 *
 * @param answer default: 404
 */
export async function serveForm(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.writeHead(404).end(),
): Promise<LocalServer> {
  const bundle = await build({
    entryPoints: [here('page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    alias: { '@peerscale/form': here('../../dist/index.js') },
  });
  const files: Record<string, [type: string, text: string]> = {
    '/': ['text/html; charset=utf-8', PAGE],
    '/page.js': ['text/javascript; charset=utf-8', bundle.outputFiles[0]!.text],
    '/favicon.ico': ['image/x-icon', ''],
  };
  const server = createServer((request, response) => {
    const file = files[new URL(request.url!, 'http://localhost').pathname];
    if (file === undefined) return answer(request, response);
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    return response.setHeader('Content-Type', file[0]).end(file[1]);
  });
  return listenLocally(server);
}
