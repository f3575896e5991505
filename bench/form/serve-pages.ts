import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

/** A server of files by path, compressed as far as gzip goes. */
export async function servePages(files: ReadonlyMap<string, string | Uint8Array>) {
  const packed = new Map([...files].map(([path, content]) => [path, gzipSync(content, { level: 9 })]));
  const server = createServer((request, response) => {
    const body = packed.get(request.url!);
    if (body === undefined) return void response.writeHead(404).end();
    const type = TYPES[request.url!.split('.').at(-1)!] ?? TYPES.html!;
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
