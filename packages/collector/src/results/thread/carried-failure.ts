import { Refusal } from '../../refusal.ts';
import { carry, unpack } from '../../store/carried-error.ts';
import { RequestFailure } from './store-in-thread.ts';
import type { CarriedFailure } from './thread-messages.ts';

/** A failure as it may leave the thread: classes do not. */
export function carryFailure(error: unknown): CarriedFailure {
  if (error instanceof RequestFailure) return { kind: 'request', id: error.id };
  if (error instanceof Refusal) return { kind: 'refusal', code: error.code, options: error.options };
  return { kind: 'error', error: carry(error) };
}

/** The same failure in the other thread. @param requests what failed there, by request */
export function failureOf(carried: CarriedFailure, requests: ReadonlyMap<number, unknown>): unknown {
  switch (carried.kind) {
    case 'request':
      return requests.get(carried.id);
    case 'refusal':
      return new Refusal(carried.code, carried.options);
    case 'error':
      return unpack(carried.error);
  }
}
