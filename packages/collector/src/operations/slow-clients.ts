import { Server } from 'node:http';

/**
 * Cuts clients that hold a connection without saying anything: ten seconds for the headers, thirty for the whole request
 * (64 KiB at two kilobytes a second), five between two requests. An answer may take as long as it takes.
 */
export function cutSlowClients(server: unknown, { headers = 10_000, request = 30_000, idle = 5_000 } = {}): void {
  if (!(server instanceof Server)) return;
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.keepAliveTimeout = idle;
  server.maxHeadersCount = 100;
}
