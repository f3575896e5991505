import { type DefinitionIssue, formatPath } from '@peerscale/core';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What can go wrong, each with its HTTP status and the title that never changes. */
export const PROBLEMS = {
  'not-found': [404, 'There is nothing at this address.'],
  'study-not-found': [404, 'There is no such study.'],
  'not-signed-in': [401, 'Sign in first.'],
  'sign-in-failed': [401, 'This did not sign you in.'],
  forbidden: [403, 'This account may not do that.'],
  'cross-site-request': [403, 'The request did not come from a page of this server.'],
  'sign-in-again': [403, 'For this, sign in again: it was too long ago.'],
  'method-not-allowed': [405, 'This address does not take this method.'],
  'malformed-body': [400, 'The body is not one JSON text in UTF-8.'],
  'study-not-ready': [409, 'The study cannot be opened yet.'],
  'study-state': [409, 'The study is in a state in which this cannot be done.'],
  'wave-state': [409, 'The wave is in a state in which this cannot be done.'],
  'waves-apart': [409, 'People are followed from a wave to the next one alone.'],
  'wave-not-open': [409, 'This round has not begun yet. Please come back when it is open.'],
  'nothing-to-export': [409, 'There are too few answers to hand out.'],
  'in-use': [409, 'Something else needs this.'],
  'idempotency-conflict': [409, 'This idempotency key came before with other content.'],
  'idempotency-unfinished': [409, 'What came with this idempotency key is still under way. Ask again in a moment.'],
  'idempotency-unknown': [
    409,
    'The server ended while it worked on what came with this idempotency key. Look whether it was done, and use a new key.',
  ],
  'idempotency-shown-once': [409, 'This was done already; what it made was shown once.'],
  'email-taken': [409, 'There is an account with this e-mail address.'],
  'last-owner': [409, 'Somebody has to stay who may manage accounts.'],
  'last-way-in': [409, 'This is the only way into the account; set a password first.'],
  'set-up-done': [409, 'This server is set up already.'],
  'passkeys-unavailable': [409, 'Passkeys need an address with a name, and not a number.'],
  'wave-closed': [410, 'This round is over; no more answers are taken. Thank you for your time.'],
  'link-not-valid': [410, 'This link is not valid: it was used, is too old, or was replaced.'],
  'body-too-large': [413, 'The body is too large.'],
  'unsupported-media-type': [415, 'The body must be application/json, not encoded.'],
  'invalid-receipt': [422, 'This is not a receipt code; please compare it with what was noted down.'],
  'idempotency-key-reused': [422, 'This idempotency key came before with other content.'],
  'invalid-record': [422, 'The response record does not fit the study.'],
  'invalid-request': [422, 'The request does not fit.'],
  'too-many-requests': [429, 'Too many tries; wait a little.'],
  'internal-error': [500, 'Something went wrong here. Nothing was stored; please try again.'],
  busy: [503, 'Too much is asked for at this moment; nothing was stored. Please try again.'],
  'storage-unavailable': [503, 'The answers could not be stored just now. Please try again.'],
  'study-unavailable': [503, 'The questionnaire of this study is not installed here.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field at fault: `path` as people write it, `pointer` as a JSON Pointer in a URI fragment where it is in the body. */
export interface ProblemError {
  readonly path: string;
  readonly pointer?: string;
  readonly code: string;
  readonly message: string;
}

/** An RFC 9457 problem details object, the body of every answer with a status from 400 up. */
export interface Problem {
  readonly type: `urn:peerscale:problem:${ProblemCode}`;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
}

export interface ProblemOptions {
  /** a sentence about this one occurrence; left out by default */
  readonly detail?: string;
  /** the fields at fault; left out by default */
  readonly errors?: readonly ProblemError[];
  /** further headers; none by default */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request was refused with: the code of the problem, and those of the fields at fault. */
export interface Refused {
  readonly code: ProblemCode;
  readonly errors: readonly string[];
}

const REFUSED = 'refused';

/** What the handlers of this request refused it with; undefined where they did not. */
export function refusedWith(c: Context): Refused | undefined {
  return c.get(REFUSED) as Refused | undefined;
}

/** The answer `application/problem+json` of that code. */
export function problem(c: Context, code: ProblemCode, { detail, errors, headers }: ProblemOptions = {}): Response {
  const [status, title] = PROBLEMS[code];
  c.set(REFUSED, { code, errors: errors?.map((error) => error.code) ?? [] } satisfies Refused);
  const body: Problem = {
    type: `urn:peerscale:problem:${code}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
  return c.body(JSON.stringify(body), status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}

/** An issue of the posted body as an entry of `errors`. */
export function bodyError({ path, code, message }: DefinitionIssue): ProblemError {
  return { path: formatPath(path), pointer: jsonPointer(path), code, message };
}

/** RFC 6901, section 6: a JSON Pointer as a URI fragment. */
function jsonPointer(path: readonly (string | number)[]): string {
  // a lone surrogate cannot be percent-encoded
  const encode = (key: string) => encodeURIComponent(key.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return `#${path.map((key) => `/${encode(String(key).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}
