import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bodyError } from '../problem.ts';
import { Refusal } from '../refusal.ts';

/** As much as a list of 5,000 teams needs. */
const MAX_BYTES = 1024 * 1024;
const limit = bodyLimit({
  maxSize: MAX_BYTES,
  onError: () => {
    throw tooLarge();
  },
});

/** The request's body as text in UTF-8. @throws Refusal */
export async function readText(c: Context): Promise<string> {
  if ((c.req.header('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw new Refusal('unsupported-media-type', { headers: { Accept: 'application/json, text/csv' } });
  }
  let bytes: ArrayBuffer;
  try {
    await limit(c, async () => {});
    bytes = await c.req.arrayBuffer();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('malformed-body', { detail: 'The body broke off.' });
  }
  if (bytes.byteLength > MAX_BYTES) throw tooLarge();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'is not UTF-8; in a spreadsheet choose "CSV UTF-8"';
    throw new Refusal('malformed-body', { errors: [bodyError({ path: [], code: 'malformed-text', message })] });
  }
}

function tooLarge(): Refusal {
  return new Refusal('body-too-large', {
    errors: [bodyError({ path: [], code: 'body-too-large', message: `has more than ${MAX_BYTES} bytes` })],
  });
}
