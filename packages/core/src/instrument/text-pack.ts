import * as v from 'valibot';
import { codingSchema, instrumentIdSchema, itemIdSchema, versionSchema } from './instrument.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(10_000));

export const localeSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/,
    'a locale is a BCP 47 tag such as "en" or "cs-CZ"',
  ),
);

/** The shape of `text.LOCALE.json`; what must fit the definition is checked by `validateTextPack`. */
export const textPackSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal('peerscale/text-pack@1'),
  instrument: instrumentIdSchema,
  version: versionSchema,
  locale: localeSchema,
  title: text,
  instructions: text,
  items: v.record(itemIdSchema, text),
  responseScales: v.record(
    v.string(),
    v.strictObject({ highCodeMeans: codingSchema, labels: v.record(v.string(), text) }),
  ),
  rights: v.strictObject({ holder: text, licence: text, attribution: v.exactOptional(text) }),
  unmodified: v.boolean(),
  hints: v.exactOptional(v.record(v.string(), text)),
  checksum: v.exactOptional(
    v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, 'a checksum is "sha256:" and 64 hex digits')),
  ),
});

/**
 * The wording of one instrument in one language: instructions, item texts and option labels by code, with the rights
 * that go with them and the response coding that the labels use. `hints` help whoever fills a pack in (`blankTextPack`),
 * by path into the file: they are no wording. `checksum` covers all else (see `textPackChecksum`).
 */
export type TextPack = v.InferOutput<typeof textPackSchema>;
