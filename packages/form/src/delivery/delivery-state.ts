import type { Deliverable } from '../record/form-record.ts';

/** Why a record has not arrived yet. */
export type RetryReason = 'network' | 'timeout' | 'busy' | 'server-error' | 'unexpected-answer';

/** Why a server will never take a record, from its problem details (RFC 9457) where it sent them. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  /** the fields at fault, as the server named them */
  readonly errors: readonly string[];
}

interface About<R> {
  readonly record: R;
  /** whether the record is on this device's disk, so that closing the page does not lose it */
  readonly kept: boolean;
}

/**
 * Where a record is. `saved` with `earlier`: the server had taken the record of this sitting before, with other answers,
 * and keeps those (somebody changed answers in a second tab). `answer`: the JSON object that a 2xx came with, unchecked;
 * empty where there was none, missing where `send` said so with something else than a `Response`.
 */
export type DeliveryState<R extends Deliverable = Deliverable> =
  | { readonly status: 'idle' }
  | (About<R> & { readonly status: 'sending'; readonly attempt: number })
  | (About<R> & { readonly status: 'waiting'; readonly retryAt: number; readonly reason: RetryReason })
  | (About<R> & { readonly status: 'offline' })
  | (About<R> & { readonly status: 'saved'; readonly earlier: boolean; readonly answer?: unknown })
  | (About<R> & { readonly status: 'refused'; readonly refusal: Refusal });

/** Hands records over, each once, whatever happens on the way. */
export interface Delivery<R extends Deliverable = Deliverable> {
  /** the state of the record that was submitted last, else of the one being sent */
  readonly state: DeliveryState<R>;
  /** records not yet arrived, those refused included, oldest first */
  readonly pending: readonly R[];
  /**
   * Takes a record over: it is put on the disk and sent. The record of a sitting is fixed by the first call: a later
   * call with the same idempotency key tries that first record again at once.
   */
  submit(record: R): Promise<void>;
  /** Looks for records from before (a reload, a crash, another day) and sends them; tries waiting ones at once. */
  resume(): Promise<void>;
  /** Gives the person what has not arrived as a JSON file. @returns whether there was something to give */
  saveAsFile(): boolean;
  /** Forgets a record for good: after the person has saved a refused one, or does not want it sent. */
  discard(idempotencyKey: string): Promise<void>;
  /** Stops timers and listeners; what is on the disk stays there. */
  close(): void;
}
