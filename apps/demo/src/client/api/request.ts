import { ApiError, type ApiFailure } from '../api.ts';
import { forgetSession, knownCsrf, renewSession } from '../session/session-store.ts';

/** One field at fault, as the collector names it: a path as people write it, a code for programs, a sentence. */
export interface FieldError {
  readonly path: string;
  readonly pointer?: string;
  readonly code: string;
  readonly message: string;
}

/** An RFC 9457 problem: what the server says about a request that brought nothing. */
export class ApiProblem extends ApiError {
  readonly status: number;
  /** the last part of the problem's type, as `wave-state`; empty where the answer was no problem document */
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(kind: ApiFailure, path: string, status: number, body: ProblemBody) {
    super(kind, body.title ?? `${path} answered ${status}.`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.type?.replace('urn:peerscale:problem:', '') ?? '';
    this.detail = body.detail;
    this.errors = body.errors ?? [];
  }
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  /** sent as JSON; a text is sent as it is, of `contentType` */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
  /** how the answer is read: JSON, or text such as CSV and calendars */
  readonly accept?: 'application/json' | 'text/csv' | 'text/calendar';
  /**
   * what must not be done twice: the server does it once, however often it is asked with the same key, and where no answer
   * comes it is asked once more
   */
  readonly once?: boolean;
  /** stays where it is though nobody is signed in: for pages that work without */
  readonly signedOutIsFine?: boolean;
}

/** A server that does not answer for this long counts as unreachable. */
const PATIENCE_MS = 20_000;
/** What is under way is asked about for so long: a long list of letters to a slow mail server takes minutes. */
const UNDER_WAY_MS = 600_000;

/**
 * Asks the collector, which is mounted at /api. What changes something carries the token of the session. Where nobody is
 * signed in any more, the sign-in page comes, and leads back here.
 *
 * @throws ApiError where the server cannot be reached, ApiProblem where it refuses
 * @example const { study } = await request<{ study: Study }>('GET', '/studies/ward-3');
 */
export async function request<T = undefined>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const key = options.once === true ? crypto.randomUUID() : undefined;
  const ask = () => send(method, path, options, key);
  const answer = await ask().catch((error: unknown) => {
    const isLost = error instanceof ApiError && error.kind === 'unreachable';
    if (key === undefined || !isLost) throw error;
    return untilDone(ask, options.signal);
  });
  // another tab has signed in since, which gave this browser a new token
  const stale = answer.problem?.type === 'urn:peerscale:problem:cross-site-request' && knownCsrf() !== undefined;
  const { response, body, problem } = stale && (await renewSession()) ? await ask() : answer;
  if (problem === undefined) return body as T;
  throw refused(path, response, problem, options.signedOutIsFine);
}

/** The error for an answer that is a refusal; whoever is not signed in any more goes to the sign-in page. */
export function refused(path: string, { status }: Response, problem: ProblemBody, signedOutIsFine = false): ApiProblem {
  if (problem.type === 'urn:peerscale:problem:not-signed-in' && !signedOutIsFine) forgetSession();
  return new ApiProblem(kindOf(status), path, status, problem);
}

/** The problem document of an answer that is none of 200 to 299; empty where there is none. */
export async function problemOf(response: Response): Promise<ProblemBody> {
  return ((await response.json().catch(() => null)) as ProblemBody | null) ?? {};
}

/** Asks again as long as the server says that the first request is still under way, and when to come. */
async function untilDone(ask: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  const end = performance.now() + UNDER_WAY_MS;
  for (;;) {
    const answer = await ask();
    const seconds = Number(answer.response.headers.get('Retry-After'));
    const isUnderWay = answer.problem?.type === 'urn:peerscale:problem:idempotency-unfinished' && seconds > 0;
    if (!isUnderWay || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    signal?.throwIfAborted();
  }
}

interface Answer {
  readonly response: Response;
  readonly body?: unknown;
  readonly problem?: ProblemBody;
}

async function send(
  method: Method,
  path: string,
  { body, contentType = 'application/json', accept = 'application/json', signal: wanted }: RequestOptions,
  key: string | undefined,
): Promise<Answer> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = wanted === undefined ? patience : AbortSignal.any([wanted, patience]);
  const csrf = method === 'GET' ? undefined : knownCsrf();
  const headers: Record<string, string> = {
    Accept: `${accept}, application/problem+json`,
    ...(body === undefined ? {} : { 'Content-Type': contentType }),
    ...(csrf === undefined ? {} : { 'X-CSRF-Token': csrf }),
    ...(key === undefined ? {} : { 'Idempotency-Key': `"${key}"` }),
  };
  const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  try {
    const response = await fetch(`/api${path}`, { method, headers, signal, ...content });
    if (!response.ok) return { response, problem: await problemOf(response) };
    if (response.status === 204) return { response };
    return { response, body: accept === 'application/json' ? await response.json() : await response.text() };
  } catch (error) {
    if (wanted?.aborted) throw error;
    throw new ApiError('unreachable', `${path} cannot be reached.`);
  }
}

function kindOf(status: number): ApiFailure {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'not-found' : 'other';
}
