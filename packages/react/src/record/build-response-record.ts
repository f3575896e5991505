import type { Instrument, ResponseRecord, TextPack } from '@peerscale/core';
import type { Answers } from './answers.ts';
import { differingCoding } from './coding-of.ts';

/** One sitting: from the first sight of the form to the hand-over. */
export interface Sitting {
  /** A UUID: the same for every attempt to hand over, so that the record arrives once. */
  readonly idempotencyKey: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/**
 * The response record of what was answered. A question left open is `skipped`; `coding` is there only where the wording
 * counts in another direction than the definition, or where the definition leaves it open.
 *
 * @param now ISO 8601 time of the hand-over; a clock set back during the sitting never gives an end before the start
 */
export function buildResponseRecord(
  instrument: Instrument,
  textPack: TextPack,
  answers: Answers,
  sitting: Sitting,
  now: string,
): ResponseRecord {
  const coding = differingCoding(instrument, textPack);
  return {
    schema: 'peerscale/response@1',
    instrument: instrument.id,
    version: instrument.version,
    locale: textPack.locale,
    ...(Object.keys(coding).length > 0 && { coding }),
    answers: Object.fromEntries(
      instrument.items.map(({ id }) => [id, (Object.hasOwn(answers, id) ? answers[id] : undefined) ?? 'skipped']),
    ),
    startedAt: sitting.startedAt,
    finishedAt: Date.parse(now) < Date.parse(sitting.startedAt) ? sitting.startedAt : now,
    idempotencyKey: sitting.idempotencyKey,
  };
}
