import type { CheckedDisclosureRules } from './disclosure-rules.ts';
import type { GroupQuery, Refusal } from './guard-release.ts';

/** Sentences for each refusal of `guardRelease`, as data: replace them for another language. `{minimum}` is filled in. */
export interface RefusalTexts extends Readonly<Record<Refusal, string>> {
  /** the one for people who use the dashboard, the same for all: a refusal must not tell why */
  readonly anybody: string;
}

export const REFUSAL_TEXTS: RefusalTexts = {
  'too-small': 'Fewer than {minimum} people are in this group.',
  'small-remainder':
    'Fewer than {minimum} people are left out of this group: what they answered could be worked out from the figures of all.',
  'small-difference':
    'This group differs by fewer than {minimum} people from one that was shown before: what they answered could be worked out.',
  derivable:
    'With the figures shown before, this one would tell too closely what fewer than {minimum} people, or all of a group, answered.',
  anybody:
    'Not shown, to keep answers confidential: this group, or the people by whom it differs from other groups, are too few. Choose a larger or a quite different group.',
};

/**
 * Says why a group is not shown.
 *
 * @param reader `anybody` (the default) does not say which of the reasons it was; `administrator` does
 * @example refusalSentence('too-small', disclosureRules(), 'figures', 'administrator') // 'Fewer than 5 people are in this group.'
 */
export function refusalSentence(
  refusal: Refusal,
  { minimumGroupSize, minimumComments }: CheckedDisclosureRules,
  kind: NonNullable<GroupQuery['kind']> = 'figures',
  reader: 'anybody' | 'administrator' = 'anybody',
  texts: RefusalTexts = REFUSAL_TEXTS,
): string {
  const minimum = kind === 'figures' ? minimumGroupSize : minimumComments;
  return texts[reader === 'anybody' ? 'anybody' : refusal].replaceAll('{minimum}', () => String(minimum));
}
