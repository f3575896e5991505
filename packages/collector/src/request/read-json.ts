import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bodyError, problem } from '../problem.ts';
import { parseJson } from './parse-json.ts';

/** More than any record of 200 items needs. */
const MAX_BYTES = 64 * 1024;

/**
 * The value in the request's body, or the answer that says why there is none.
 *
 * @param maxBytes 64 KiB by default
 */
export async function readJson(
  c: Context,
  maxBytes: number = MAX_BYTES,
): Promise<{ readonly value: unknown } | Response> {
  const type = c.req.header('Content-Type') ?? '';
  const encoding = c.req.header('Content-Encoding') ?? 'identity';
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type) || encoding.toLowerCase() !== 'identity') {
    return problem(c, 'unsupported-media-type', { headers: { Accept: 'application/json' } });
  }
  let bytes: ArrayBuffer;
  try {
    // called here and not as middleware, so that a body which breaks off is the sender's fault and not an error of ours
    const refused = await bodyLimit({ maxSize: maxBytes, onError: (refused) => tooLarge(refused, maxBytes) })(
      c,
      async () => {},
    );
    if (refused instanceof Response) return refused;
    bytes = await c.req.arrayBuffer();
  } catch {
    return problem(c, 'malformed-body', { detail: 'The body broke off.' });
  }
  // the middleware believes a content-length, which outside a server (in a test, behind an adapter) may not be true
  if (bytes.byteLength > maxBytes) return tooLarge(c, maxBytes);
  const parsed = parseJson(bytes);
  return parsed.success ? parsed : problem(c, 'malformed-body', { errors: parsed.issues.map(bodyError) });
}

function tooLarge(c: Context, maxBytes: number): Response {
  return problem(c, 'body-too-large', {
    errors: [bodyError({ path: [], code: 'body-too-large', message: `has more than ${maxBytes} bytes` })],
  });
}
