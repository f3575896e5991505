import * as v from 'valibot';

export const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'is not base64url'), v.maxLength(16_384));
/** What both answers of an authenticator have. */
export const credential = {
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}),
  authenticatorAttachment: v.optional(v.nullable(v.string())),
};
/** What a library that throws for whatever does not fit makes of it. */
export const orUndefined = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);
