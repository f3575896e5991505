import type { Instrument, ResponseRecord, TextPack } from '@peerscale/core';
import type { Answers } from './answers.ts';
import { differingCoding } from './coding-of.ts';
import type { Sitting } from './sitting.ts';

/**
 * The response record of what was answered. A question left open is `skipped`; `coding` is there only where the wording
 * counts in another direction than the definition, or where the definition leaves it open.
 *
 * @param now ISO 8601 time of the hand-over; a clock set back during the sitting never gives an end before the start
 * @param asked ids of the items that were asked, the others are `not-asked`; default: all
 */
export function buildResponseRecord(
  instrument: Instrument,
  textPack: TextPack,
  answers: Answers,
  sitting: Sitting,
  now: string,
  asked?: readonly string[],
): ResponseRecord {
  const coding = differingCoding(instrument, textPack);
  return {
    schema: 'peerscale/response@1',
    instrument: instrument.id,
    version: instrument.version,
    locale: textPack.locale,
    ...(Object.keys(coding).length > 0 && { coding }),
    answers: allAnswers(instrument, answers, asked),
    startedAt: sitting.startedAt,
    finishedAt: Date.parse(now) < Date.parse(sitting.startedAt) ? sitting.startedAt : now,
    idempotencyKey: sitting.idempotencyKey,
  };
}

/** An answer, or the reason why there is none, for every item of an instrument; parameters as above. */
export function allAnswers(
  instrument: Instrument,
  answers: Answers,
  asked?: readonly string[],
): ResponseRecord['answers'] {
  // an item may be called "constructor": only what was answered counts
  const answerTo = (id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined) ?? 'skipped';
  return Object.fromEntries(
    instrument.items.map(({ id }) => [id, asked?.includes(id) === false ? 'not-asked' : answerTo(id)]),
  );
}
