import type { KeepProblem } from './answer-store.ts';

const DENIED = new Set(['SecurityError', 'InvalidStateError', 'NotAllowedError', 'DataCloneError']);

/** What a failure of the browser's storage means. Private windows answer `InvalidStateError` where they keep nothing. */
export function keepProblemOf(error: unknown): KeepProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  // a browser without the interface at all: `indexedDB` is undefined
  return DENIED.has(name) || error instanceof ReferenceError || error instanceof TypeError ? 'denied' : 'failed';
}
