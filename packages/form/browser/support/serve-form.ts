import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title>
<script type="module" src="/page.js"></script></html>`;

export interface FormServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * A page with the built package under a strict policy; whatever else is asked for goes to `answer`.
 *
 * @param answer default: 404
 */
export async function serveForm(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.writeHead(404).end(),
): Promise<FormServer> {
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
