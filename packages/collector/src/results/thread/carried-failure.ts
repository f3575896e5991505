import { Refusal } from '../../refusal.ts';
import { RequestFailure } from './store-in-thread.ts';
import type { CarriedFailure } from './thread-messages.ts';

/** A failure as it may leave the thread: classes do not. */
export function carryFailure(error: unknown): CarriedFailure {
  if (error instanceof RequestFailure) return { kind: 'request', id: error.id };
  if (error instanceof Refusal) return { kind: 'refusal', code: error.code, options: error.options };
  if (!(error instanceof Error)) return { kind: 'error', name: 'Error', message: String(error), stack: undefined };
  const { name, message, stack } = error;
  return { kind: 'error', name, message, stack };
}

/** The same failure in the other thread. @param requests what failed there, by request */
export function failureOf(carried: CarriedFailure, requests: ReadonlyMap<number, unknown>): unknown {
  switch (carried.kind) {
    case 'request':
      return requests.get(carried.id);
    case 'refusal':
      return new Refusal(carried.code, carried.options);
    case 'error': {
      const error = new Error(carried.message);
      error.name = carried.name;
      // where it happened, and not where it arrived
      if (carried.stack !== undefined) error.stack = carried.stack;
      return error;
    }
  }
}
