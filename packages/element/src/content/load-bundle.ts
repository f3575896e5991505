import { ContentError } from './content-error.ts';

/** Long for a slow line, short for somebody who looks at an empty page. */
const TIME_LIMIT = 20_000;

/**
 * Fetches the JSON of a form. The page's own origin gets its cookies, as any fetch does; another origin is asked without
 * credentials and must allow it (CORS).
 *
 * @throws ContentError `instrument-not-found` where nothing came, `instrument-invalid` where it is no JSON
 */
export async function loadBundle(src: string, signal: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    const limit = AbortSignal.timeout(TIME_LIMIT);
    const response = await fetch(new URL(src, document.baseURI), {
      headers: { accept: 'application/json' },
      signal: AbortSignal.any === undefined ? signal : AbortSignal.any([signal, limit]),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    text = await response.text();
  } catch (cause) {
    throw new ContentError('instrument-not-found', `${src}: ${cause instanceof Error ? cause.message : cause}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ContentError('instrument-invalid', `${src} is no JSON`);
  }
}
