import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** JSON with an ETag; 304 where the client has it already. Only the client itself may keep it, and asks every time. */
export function jsonWithTag(c: Context, value: unknown): Response {
  const body = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  c.header('Cache-Control', 'private, no-cache');
  c.header('ETag', tag);
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': 'application/json' });
}
