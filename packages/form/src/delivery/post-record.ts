import type { Deliverable } from '../record/form-record.ts';
import { jsonBytes } from '../text/utf8.ts';

/** Browsers take no more than 64 KiB in all requests that outlive their page. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Posts a record as JSON. The request outlives the page where it is small enough. A redirection is an error and not
 * followed: it would turn the post into a request for a page, which then answers "200".
 */
export function postRecord(
  endpoint: string,
  fetch: typeof globalThis.fetch,
): (record: Deliverable, signal: AbortSignal) => Promise<Response> {
  return (record, signal) => {
    const body = jsonBytes(record);
    return fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal,
      redirect: 'error',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      keepalive: body.length <= KEEPALIVE_BYTES,
    });
  };
}
