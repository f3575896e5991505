import { randomUuid } from './random-uuid.ts';

/** One sitting: from the first sight of the form to the hand-over. */
export interface Sitting {
  /** A UUID: the same for every attempt to hand over, so that the record arrives once. */
  readonly idempotencyKey: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** A sitting that begins now. */
export function newSitting(now: Date = new Date()): Sitting {
  return { idempotencyKey: randomUuid(), startedAt: now.toISOString() };
}
