/**
 * What is left of the collector without its work: Hono reads a post, parses it and answers 201. `serve-echo.ts` is started
 * and asked as `serve.ts` is.
 */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono().post('/studies/:study/responses', async (c) => {
  await c.req.json();
  return c.json({ stored: true }, 201);
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send!({ port }));
process.on('message', () => process.send!({ commits: 1 }));
process.on('disconnect', () => {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
});
