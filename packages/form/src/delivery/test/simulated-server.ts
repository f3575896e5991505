import type { Deliverable } from '../../record/form-record.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** What happens to one request. */
export type ServerFault =
  | 'none'
  | 'down'
  | 'error-500'
  | 'busy-429'
  | 'busy-503-date'
  | 'too-early-425'
  | 'slow'
  | 'silent'
  | 'stored-then-silent'
  | 'stored-then-cut'
  | 'stored-then-500'
  | 'login-page'
  | 'redirect';

/** A server that keeps each key once, as the collector does, and fails as it is told to, request by request. */
export class SimulatedServer {
  /** every record it stored, in order: one twice would be there twice */
  readonly stored: Deliverable[] = [];
  requests = 0;

  readonly #world: SimulatedWorld;
  readonly #faults: ServerFault[];

  constructor(world: SimulatedWorld, faults: readonly ServerFault[]) {
    this.#world = world;
    this.#faults = [...faults];
  }

  /** `fetch`, for one post; the promise of a tab that is gone is simply never looked at. */
  readonly fetch = (_address: unknown, init?: RequestInit): Promise<Response> => {
    this.requests++;
    const record = JSON.parse(new TextDecoder().decode(init!.body as Uint8Array)) as Deliverable;
    const fault = this.#faults.shift() ?? 'none';
    return new Promise((resolve, reject) => {
      const later = (milliseconds: number, run: () => void) => void this.#world.at(milliseconds, run);
      const lose = () => reject(new TypeError('Failed to fetch'));
      init!.signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      switch (fault) {
        case 'down':
        case 'redirect':
          return later(20, lose);
        case 'error-500':
          return later(50, () => resolve(new Response('{"title":"broken"}', { status: 500 })));
        case 'busy-429':
          return later(50, () => resolve(new Response(null, { status: 429, headers: { 'Retry-After': '7' } })));
        case 'busy-503-date': {
          const time = (milliseconds: number) => new Date(1_800_000_000_000 + milliseconds).toUTCString();
          const headers = { 'Retry-After': time(11_000), Date: time(0) };
          return later(50, () => resolve(new Response(null, { status: 503, headers })));
        }
        case 'too-early-425':
          return later(50, () => resolve(new Response(null, { status: 425 })));
        case 'login-page':
          return later(50, () => resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } })));
        case 'silent':
          return undefined;
        case 'stored-then-silent':
          return later(100, () => void this.#take(record));
        case 'stored-then-cut':
          return later(100, () => {
            this.#take(record);
            lose();
          });
        case 'stored-then-500':
          return later(100, () => {
            this.#take(record);
            resolve(new Response(null, { status: 500 }));
          });
        default:
          return later(fault === 'slow' ? 25_000 : 80, () => resolve(this.#take(record)));
      }
    });
  };

  #take(record: Deliverable): Response {
    const known = this.stored.find(({ idempotencyKey }) => idempotencyKey === record.idempotencyKey);
    const headers = { 'Content-Type': 'application/json' };
    if (known === undefined) {
      this.stored.push(record);
      return new Response('{"stored":true}', { status: 201, headers });
    }
    if (JSON.stringify(known) === JSON.stringify(record)) return new Response('{"repeated":true}', { headers });
    const problem = { type: 'urn:peerscale:problem:idempotency-conflict' };
    return new Response(JSON.stringify(problem), { status: 409 });
  }
}
