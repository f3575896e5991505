import { browserTimer, limited, type SetTimer } from '../async/limited.ts';
import { isObject, type Json } from '../text/json.ts';
import type { Refusal, RetryReason } from './delivery-state.ts';
import { retryAfter } from './retry-after.ts';

/** What an attempt came to. */
export type Outcome =
  | { readonly kind: 'saved'; readonly earlier: boolean; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'retry'; readonly reason: RetryReason; readonly asked: number | null };

const CONFLICT = 'urn:peerscale:problem:idempotency-conflict';
/** Too slow, too early, too many: the same request may succeed later. */
const LATER = new Set([408, 425, 429]);
/** What a server says beside "I have it" is not waited for longer than this. */
const LONGEST_ANSWER = 5_000;
/** As much of an explanation as anybody reads. */
const LONGEST_TEXT = 500;

/**
 * What an HTTP answer means for a record.
 *
 * Saved is any 2xx but a web page: the page of a network's log-in answers 200 to everything. So is the collector's 409:
 * the record of this key came before with other content, which the server keeps. Any other 409 may be the first attempt
 * still being worked on. Redirections and 5xx are tried again; what is left of 4xx cannot succeed.
 *
 * `answer` is the JSON that a 2xx came with, such as a receipt; undefined where there is none, or it breaks off.
 */
export async function outcomeOf(response: Response, now: number, setTimer: SetTimer = browserTimer): Promise<Outcome> {
  const { status, headers } = response;
  const again = (reason: RetryReason): Outcome => ({ kind: 'retry', reason, asked: retryAfter(headers, now) });
  if (response.ok) {
    const type = headers.get('content-type') ?? '';
    if (/^text\/html/i.test(type)) return again('unexpected-answer');
    const json: Promise<unknown> = /json/i.test(type) ? response.json().catch(() => undefined) : Promise.resolve();
    return { kind: 'saved', earlier: false, answer: await limited(json, LONGEST_ANSWER, undefined, setTimer) };
  }
  if (status >= 500) return again(status === 503 ? 'busy' : 'server-error');
  if (LATER.has(status)) return again('busy');
  if (status < 400) return again('unexpected-answer');
  const problem = await problemOf(response);
  if (status === 409)
    return problem.type === CONFLICT ? { kind: 'saved', earlier: true, answer: undefined } : again('busy');
  return { kind: 'refused', refusal: refusalOf(status, problem) };
}

/** The problem details in a body; empty where there are none, or the body breaks off. */
async function problemOf(response: Response): Promise<Json> {
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
