import type { FormMessages, QuestionValue } from '@peerscale/form';
import { characterCount, formatMessage, parseNumber } from '@peerscale/form/parts';
import type { Field } from '../survey/field.ts';

type Part = (Field & { kind: 'value' })['part'];

const DEFAULT_LENGTH = { 'short-text': 200, 'long-text': 2_000 };

/**
 * The answer in what SurveyJS holds for a part that is no instrument; null where it is open, or what has been typed does
 * not fit: half an answer is none.
 */
export function partAnswer(part: Part, raw: unknown): QuestionValue {
  if (part.kind === 'consent') return Array.isArray(raw) && raw.length > 0;
  if (typeof raw !== 'string' || raw.trim() === '' || problemIn(part, raw) !== null) return null;
  return part.kind === 'number' ? parseNumber(raw) : raw;
}

/** What SurveyJS is to hold for an answer. @param locale the language numbers are written in */
export function partRaw(part: Part, value: QuestionValue, locale: string): unknown {
  if (part.kind === 'consent') return value === true ? ['agree'] : undefined;
  if (typeof value !== 'number') return value ?? undefined;
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}

/** What is wrong with what has been typed, in words for the person; null where nothing is. */
export function partProblem(part: Part, raw: unknown, texts: FormMessages, locale: string): string | null {
  const problem = typeof raw === 'string' ? problemIn(part, raw) : null;
  return problem === null ? null : formatMessage(locale, texts[problem[0]], problem[1]);
}

/** The same as the name of a text and its values. */
function problemIn(part: Part, raw: string): readonly [keyof FormMessages, Readonly<Record<string, number>>] | null {
  if (raw.trim() === '') return null;
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
