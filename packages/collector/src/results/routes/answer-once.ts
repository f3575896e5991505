import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';

/** Part of every tag: raised when the same releases are answered with another body. */
const FORM = 1;
/** Of this process: nobody can try out what a tag was made of. */
const KEY = randomBytes(32);

/**
 * JSON whose tag follows from what it is made of, so that an unchanged answer is a 304 without being made.
 *
 * @param of everything that the body follows from
 */
export async function jsonByTag(c: Context, of: unknown, make: () => unknown): Promise<Response> {
  const digest = createHmac('sha256', KEY)
    .update(JSON.stringify([FORM, c.req.path, of]))
    .digest('base64url');
  const tag = `"${digest.slice(0, 27)}"`;
  c.header('Cache-Control', 'private, no-cache');
  c.header('ETag', tag);
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(JSON.stringify(await make()), 200, { 'Content-Type': 'application/json' });
}

/** JSON as it is stored, by its own fingerprint. */
export function storedJson(c: Context, stored: { readonly fingerprint: string; readonly released: string }): Response {
  const tag = `"${stored.fingerprint}"`;
  c.header('Cache-Control', 'private, no-cache');
  c.header('ETag', tag);
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(stored.released, 200, { 'Content-Type': 'application/json' });
}
