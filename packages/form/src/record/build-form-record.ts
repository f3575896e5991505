import type { MissingReason, ResponseRecord } from '@peerscale/core';
import { askedItems } from '../plan/asked-items.ts';
import type { FormContent } from '../plan/form-content.ts';
import type { Answers } from './answers.ts';
import { buildResponseRecord } from './build-response-record.ts';
import type { CodeHashes, FormAnswers, PartValue } from './form-answers.ts';
import type { FormRecord } from './form-record.ts';
import type { Sitting } from './sitting.ts';

/**
 * The record of a whole form. Where one instrument is all there is to record (texts and a consent that must be given
 * leave nothing) it is that instrument's response record, as `@peerscale/collector` takes it; else a form record.
 *
 * @param now ISO 8601 time of the hand-over
 */
export function buildFormRecord(
  content: FormContent,
  answers: FormAnswers,
  sitting: Sitting,
  now: string,
): ResponseRecord | FormRecord {
  const records: ResponseRecord[] = [];
  const values: Record<string, PartValue | MissingReason> = {};
  const codes: Record<string, CodeHashes> = {};
  let besides = 0;
  for (const part of content.plan.parts) {
    const given = Object.hasOwn(answers, part.id) ? answers[part.id] : undefined;
    if (part.kind === 'text' || (part.kind === 'consent' && part.mustAgree)) continue;
    if (part.kind === 'instrument') {
      const { instrument, textPack } = content.instruments[part.id]!;
      const asked = askedItems(instrument, part).map(({ id }) => id);
      records.push(buildResponseRecord(instrument, textPack, (given ?? {}) as Answers, sitting, now, asked));
      continue;
    }
    besides++;
    if (part.kind !== 'code') values[part.id] = (given ?? 'skipped') as PartValue;
    else if (given !== undefined) codes[part.id] = given as CodeHashes;
  }
  if (records.length === 1 && besides === 0) return records[0]!;
  return {
    schema: 'peerscale/form-record@1',
    plan: content.plan.id,
    version: content.plan.version,
    locale: content.locale,
    records,
    values,
    codes,
    startedAt: sitting.startedAt,
    finishedAt: Date.parse(now) < Date.parse(sitting.startedAt) ? sitting.startedAt : now,
    idempotencyKey: sitting.idempotencyKey,
  };
}
