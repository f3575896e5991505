import { MISSING_REASONS } from '@peerscale/core';
import { type ConsentPart, characterCount, type FormRecord, type QuestionPart } from '@peerscale/form';

/** As the form's own defaults. */
const LONGEST = { 'short-text': 200, 'long-text': 2000 };

/**
 * What is wrong with the answer to a part that is no instrument; undefined where it fits. Never repeats the answer. A
 * question that must be answered may be left out here: no answer is refused because another is missing.
 */
export function partValueProblem(
  part: ConsentPart | QuestionPart,
  value: FormRecord['values'][string],
): string | undefined {
  if ((MISSING_REASONS as readonly unknown[]).includes(value)) return undefined;
  switch (part.kind) {
    case 'consent':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'choice':
      return part.options.some((option) => option.value === value) ? undefined : 'is not one of the options';
    case 'number': {
      const { minimum = -Infinity, maximum = Infinity, whole = false } = part;
      const fits = typeof value === 'number' && value >= minimum && value <= maximum;
      if (!fits || (whole && !Number.isInteger(value))) {
        return `must be a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}`;
      }
      return undefined;
    }
    case 'short-text':
    case 'long-text': {
      if (typeof value !== 'string') return 'must be a text';
      const { maximumLength = LONGEST[part.kind] } = part;
      // twice as long, because what counts as one character differs between versions of Unicode, and the form that counted
      // was in a browser: what it let through must not be lost here
      return characterCount(value) <= 2 * maximumLength ? undefined : `must have ${maximumLength} characters at most`;
    }
  }
}
