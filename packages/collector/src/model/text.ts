import * as v from 'valibot';
import { localeSchema, nameSchema } from './account.ts';

/** Nothing that a database refuses, that hides, or that turns the reading direction; a line break and a tab may be there. */
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A text of one or more lines, of at most so many characters. */
export const textSchema = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => !/\p{Surrogate}/u.test(text), 'holds half a character'),
    v.normalize('NFC'),
    v.transform((text) => text.replaceAll('\r\n', '\n')),
    v.check((text) => !UNSAFE.test(text), 'holds a character that is not shown'),
    v.trim(),
    v.minLength(1, 'is empty'),
    v.maxLength(most, `has more than ${most} characters`),
  );

const MOST_LANGUAGES = 40;

const inLanguages = <Schema extends v.GenericSchema<string, string>>(text: Schema) =>
  v.pipe(
    v.record(localeSchema, text),
    v.check((texts) => Object.keys(texts).length > 0, 'is in no language'),
    v.check((texts) => Object.keys(texts).length <= MOST_LANGUAGES, `is in more than ${MOST_LANGUAGES} languages`),
  );

/** One line in at least one language, by BCP 47 tag. */
export const lineInLanguagesSchema = inLanguages(nameSchema);

/** Some paragraphs in at least one language, by BCP 47 tag. */
export const textInLanguagesSchema = inLanguages(textSchema(5000));

/** Lower-case words joined by hyphens; two names that are no ids in JavaScript are out. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not lower-case words joined by hyphens'),
  v.maxLength(64, 'has more than 64 characters'),
);

/** A day that there is, as YYYY-MM-DD, of this millennium. */
export const daySchema = v.pipe(
  v.string(),
  v.regex(/^2\d{3}-\d{2}-\d{2}$/, 'is not a day as YYYY-MM-DD'),
  v.check((day) => isDay(day), 'is not in the calendar'),
);

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

/** A list in which nothing is there twice, by what `keyOf` makes of an entry. */
export function hasNoTwins<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): boolean {
  return new Set(entries.map(keyOf)).size === entries.length;
}
