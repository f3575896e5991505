import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bodyError, problem } from '../problem.ts';
import { parseJson } from './parse-json.ts';

/** More than any record of 200 items needs. */
const MAX_BYTES = 64 * 1024;
const READ = 'json';

/**
 * The value in the request's body, or the answer that says why there is none.
 *
 * @param maxBytes 64 KiB by default
 */
export async function readJson(
  c: Context,
  maxBytes: number = MAX_BYTES,
): Promise<{ readonly value: unknown } | Response> {
  // a body is read once: who comes later finds the value
  const read = c.get(READ) as { readonly value: unknown } | undefined;
  if (read !== undefined) return read;
  const type = c.req.header('Content-Type') ?? '';
  const encoding = c.req.header('Content-Encoding') ?? 'identity';
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type) || encoding.toLowerCase() !== 'identity') {
    return problem(c, 'unsupported-media-type', { headers: { Accept: 'application/json' } });
  }
  let bytes: ArrayBuffer;
  try {
    const length = declaredLength(c);
    if (length !== undefined && length > maxBytes) return tooLarge(c, maxBytes);
    // Where a server cuts the body at the length that is said, it is read as a whole; the middleware reads a stream, which
    // takes longer than all else. Called here, so that a body which breaks off is the sender's fault and not an error of ours.
    const refused =
      length === undefined &&
      (await bodyLimit({ maxSize: maxBytes, onError: (refused) => tooLarge(refused, maxBytes) })(c, async () => {}));
    if (refused instanceof Response) return refused;
    bytes = await c.req.arrayBuffer();
  } catch {
    return problem(c, 'malformed-body', { detail: 'The body broke off.' });
  }
  // a length that is said may not be true outside a server (in a test, behind an adapter)
  if (bytes.byteLength > maxBytes) return tooLarge(c, maxBytes);
  const parsed = parseJson(bytes);
  if (parsed.success) c.set(READ, { value: parsed.value });
  return parsed.success ? parsed : problem(c, 'malformed-body', { errors: parsed.issues.map(bodyError) });
}

/** The length by its header; undefined where there is none that can be relied on. */
function declaredLength(c: Context): number | undefined {
  const length = c.req.header('Content-Length') ?? '';
  return c.req.header('Transfer-Encoding') === undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

function tooLarge(c: Context, maxBytes: number): Response {
  return problem(c, 'body-too-large', {
    errors: [bodyError({ path: [], code: 'body-too-large', message: `has more than ${maxBytes} bytes` })],
  });
}
