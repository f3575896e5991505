import * as v from 'valibot';
import { codingSchema, instrumentIdSchema, itemIdSchema, versionSchema } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { localeSchema } from '../instrument/text-pack.ts';

const answerSchema = v.union([v.pipe(v.number(), v.integer()), v.picklist(MISSING_REASONS)]);
const timestamp = v.pipe(
  v.string(),
  v.isoTimestamp('a time is an ISO 8601 timestamp'),
  v.check((text) => Number.isFinite(Date.parse(text)), 'a time is an ISO 8601 timestamp with minutes in its offset'),
);

export const responseRecordSchema = v.strictObject({
  schema: v.literal('peerscale/response@1'),
  instrument: instrumentIdSchema,
  version: versionSchema,
  locale: localeSchema,
  coding: v.exactOptional(v.record(v.string(), codingSchema)),
  answers: v.record(itemIdSchema, answerSchema),
  startedAt: timestamp,
  finishedAt: timestamp,
  idempotencyKey: v.pipe(v.string(), v.uuid('an idempotency key is a UUID')),
});

/**
 * What a form hands over: never a name. `answers` holds a code or a reason by item id; `coding` is there only where the
 * text pack's coding differs from the definition's; the idempotency key makes a repeated post arrive once.
 */
export type ResponseRecord = v.InferOutput<typeof responseRecordSchema>;
export type Answer = v.InferOutput<typeof answerSchema>;
