import { characterCount, type FormMessages, formatMessage, parseNumber, type QuestionValue } from '@peerscale/form';
import type { Field } from './field.ts';

/** What SurveyJS holds for a question: undefined where it is empty. */
export type RawValue = unknown;

/** The fields of a code are another matter: see `code-fields`. */
type Answerable = Exclude<Field, { kind: 'code' }>;

const DEFAULT_LENGTH = { 'short-text': 200, 'long-text': 2_000 };

/**
 * The answer in what SurveyJS holds for a question; null where it is open, or what has been
 * typed does not fit: half an answer is none.
 */
export function answerIn(field: Answerable, raw: RawValue): QuestionValue {
  if (field.kind === 'item') return typeof raw === 'number' ? raw : null;
  const { part } = field;
  if (part.kind === 'consent') return Array.isArray(raw) && raw.length > 0;
  if (typeof raw !== 'string' || raw.trim() === '' || problemIn(field, raw) !== null) return null;
  return part.kind === 'number' ? parseNumber(raw) : raw;
}

/** What SurveyJS is to hold for an answer. @param locale the language numbers are written in */
export function rawOf(field: Field, value: QuestionValue, locale: string): RawValue {
  if (value === null || field.kind === 'code') return undefined;
  if (field.kind === 'item') return value;
  if (field.part.kind === 'consent') return value === true ? ['agree'] : undefined;
  if (typeof value !== 'number') return value;
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}

/** What is wrong with what has been typed, as the name of a text and its values; null where nothing is. */
function problemIn(
  field: Answerable,
  raw: string,
): readonly [keyof FormMessages, Readonly<Record<string, number>>] | null {
  if (field.kind === 'item' || raw.trim() === '') return null;
  const { part } = field;
  if (part.kind === 'number') {
    const { minimum = -Infinity, maximum = Infinity, whole = false } = part;
    const value = parseNumber(raw);
    if (Number.isNaN(value)) return ['numberInvalid', {}];
    if (whole && !Number.isInteger(value)) return ['numberNotWhole', {}];
    if (value < minimum) return ['numberTooLow', { minimum }];
    return value > maximum ? ['numberTooHigh', { maximum }] : null;
  }
  if (part.kind !== 'short-text' && part.kind !== 'long-text') return null;
  const limit = part.maximumLength ?? DEFAULT_LENGTH[part.kind];
  // a character has at least one code unit: most texts need no counting
  const count = raw.length <= limit ? 0 : characterCount(raw) - limit;
  return count > 0 ? ['textTooLong', { count }] : null;
}

/** The same in words, for the person. */
export function problemText(field: Answerable, raw: string, texts: FormMessages, locale: string): string | null {
  const problem = problemIn(field, raw);
  return problem === null ? null : formatMessage(locale, texts[problem[0]], problem[1]);
}
