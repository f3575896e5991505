import { MISSING_REASONS } from '@peerscale/core';
import { type ConsentPart, characterCount, type FormRecord, type QuestionPart } from '@peerscale/form';

type Value = FormRecord['values'][string];

/** As the form's own defaults. */
const LONGEST = { 'short-text': 200, 'long-text': 2000 };
/** One character as people count them can be made of any number of code units; of this many it is no writing. */
const MOST_UNITS = 16;
/** What one version of Unicode joins to one character and another does not. */
const JOINED = /[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\u200D]/u;

/** Whether an answer is a reason for there being none. */
export function isReason(value: Value): boolean {
  return (MISSING_REASONS as readonly unknown[]).includes(value);
}

/**
 * The answer to a part that is no instrument, as it can be stored, or what is wrong with it, which never repeats it. A
 * question that must be answered may be left out here: no answer is refused because another is missing.
 */
export function checkPartValue(
  part: ConsentPart | QuestionPart,
  value: Value,
): { readonly value: Value } | { readonly message: string } {
  if (isReason(value)) return { value };
  switch (part.kind) {
    case 'consent':
      return typeof value === 'boolean' ? { value } : { message: 'must be true or false' };
    case 'choice':
      return part.options.some((option) => option.value === value)
        ? { value }
        : { message: 'is not one of the options' };
    case 'number': {
      const { minimum = -Infinity, maximum = Infinity, whole = false } = part;
      const fits = typeof value === 'number' && value >= minimum && value <= maximum;
      if (fits && !(whole && !Number.isInteger(value))) return { value };
      return { message: `must be a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}` };
    }
    case 'short-text':
    case 'long-text': {
      if (typeof value !== 'string') return { message: 'must be a text' };
      const { maximumLength = LONGEST[part.kind] } = part;
      const text = storableText(value);
      // the form that counted was in a browser, with another version of Unicode: what it let through must not be lost here
      const most = JOINED.test(text) ? 2 * maximumLength : maximumLength;
      const fits = text.length <= MOST_UNITS * maximumLength && characterCount(text) <= most;
      return fits ? { value: text } : { message: `must have ${maximumLength} characters at most` };
    }
  }
}

/** A person's words without what no database keeps: half characters and control signs. */
function storableText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .trim();
}
