import { responseRecordSchema } from '@peerscale/core';
import * as v from 'valibot';

const { version, locale, startedAt, finishedAt, idempotencyKey } = responseRecordSchema.entries;

export const idempotencyKeySchema = idempotencyKey;

// every message is written out: those of the library repeat what was sent, which may be what somebody typed
const HASH = 'a hash is 64 hexadecimal digits: what was typed for a code stays on the device';
const hash = v.pipe(v.string(HASH), v.regex(/^[0-9a-f]{64}$/, HASH));
const value = v.union(
  [v.boolean(), v.pipe(v.number(), v.finite()), v.string()],
  'a value is true or false, a number or a text',
);

/** The shape of a whole form; what it holds by part is checked against the plan (`checkForm`). */
export const formRecordSchema = v.strictObject({
  schema: v.literal('peerscale/form-record@1', 'must be peerscale/form-record@1'),
  plan: v.string('must be the id of the plan'),
  version,
  locale,
  records: v.array(v.unknown(), 'must be a list of response records'),
  values: v.record(v.string(), value, 'must be values by part id'),
  codes: v.record(v.string(), v.record(v.string(), hash, HASH), HASH),
  startedAt,
  finishedAt,
  idempotencyKey,
});

export const withdrawalSchema = v.strictObject({ receipt: v.pipe(v.string(), v.maxLength(60)) });
