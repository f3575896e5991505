import { responseRecordSchema } from '@peerscale/core';
import * as v from 'valibot';

const { instrument: id, version, locale, startedAt, finishedAt, idempotencyKey } = responseRecordSchema.entries;

export const idempotencyKeySchema = idempotencyKey;

/** The shape of a form record; what it holds by part is checked against the plan (`checkSubmission`). */
export const formRecordSchema = v.strictObject({
  schema: v.literal('peerscale/form-record@1'),
  plan: id,
  version,
  locale,
  records: v.array(v.record(v.string(), v.unknown())),
  values: v.record(v.string(), v.union([v.boolean(), v.number(), v.string()])),
  codes: v.record(v.string(), v.record(v.string(), v.unknown())),
  startedAt,
  finishedAt,
  idempotencyKey,
});

export const withdrawalSchema = v.strictObject({ receipt: v.pipe(v.string(), v.maxLength(60)) });
