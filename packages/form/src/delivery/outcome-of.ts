import { isObject, type Json } from '../text/json.ts';
import type { Refusal, RetryReason } from './delivery-state.ts';
import { retryAfter } from './retry-after.ts';

/** What an attempt came to. */
export type Outcome =
  | { readonly status: 'saved'; readonly earlier: boolean; readonly answer?: Json }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'retry'; readonly reason: RetryReason; readonly asked: number | null };

const CONFLICT = 'urn:peerscale:problem:idempotency-conflict';
/** Too slow, too early, too many: the same request may succeed later. */
const LATER = new Set([408, 425, 429]);
/** As much of an explanation as anybody reads. */
const LONGEST_TEXT = 500;

/**
 * What an HTTP answer means for a record.
 *
 * Saved is any 2xx but a web page: the page of a network's log-in answers 200 to everything. So is the collector's 409:
 * the record of this key came before with other content, which the server keeps. Any other 409 may be the first attempt
 * still being worked on. Redirections and 5xx are tried again; what is left of 4xx cannot succeed.
 *
 * `answer` is the JSON object that a 2xx came with, such as a receipt; empty where there is none, or it breaks off.
 */
export async function outcomeOf(response: Response, now: number): Promise<Outcome> {
  const { status, headers } = response;
  const again = (reason: RetryReason): Outcome => ({ status: 'retry', reason, asked: retryAfter(headers, now) });
  if (response.ok) {
    return /^text\/html/i.test(headers.get('content-type') ?? '')
      ? again('unexpected-answer')
      : { status: 'saved', earlier: false, answer: await jsonOf(response) };
  }
  if (status >= 500) return again(status === 503 ? 'busy' : 'server-error');
  if (LATER.has(status)) return again('busy');
  if (status < 400) return again('unexpected-answer');
  const problem = await jsonOf(response);
  if (status === 409) return problem.type === CONFLICT ? { status: 'saved', earlier: true } : again('busy');
  return { status: 'refused', refusal: refusalOf(status, problem) };
}

/** The JSON object in a body; empty where there is none, or the body breaks off. */
async function jsonOf(response: Response): Promise<Json> {
  try {
    const value: unknown = await response.json();
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function refusalOf(status: number, { title, detail, errors }: Json): Refusal {
  const named = Array.isArray(errors) ? (errors as unknown[]) : [];
  return {
    status,
    title: typeof title === 'string' ? title.slice(0, LONGEST_TEXT) : `HTTP ${status}`,
    ...(typeof detail === 'string' && { detail: detail.slice(0, LONGEST_TEXT) }),
    errors: named.slice(0, 50).map((error) => {
      const { path, message } = isObject(error) ? error : {};
      return `${path ?? ''}: ${message ?? ''}`.slice(0, LONGEST_TEXT);
    }),
  };
}
