/** Why a figure is not shown: for whoever looks after the survey, who sees everything anyway. */
export type SuppressionReason =
  | { readonly code: 'too-small'; readonly minimum: number }
  | { readonly code: 'unanimous'; readonly minimum: number }
  | {
      readonly code: 'protects';
      readonly minimum: number;
      /** the figure that could be worked out, or told too closely, if this one were shown; null stands for a total */
      readonly protects: readonly (string | null)[];
    };

/**
 * Sentences, as data: replace them for another language. `{minimum}` and `{protects}` are filled in. `anybody` is the only
 * one for people who see the table, team leaders among them: it is the same for all reasons, because "this one is large
 * enough" is itself a fact about the figure.
 */
export interface SuppressionTexts {
  readonly 'too-small': string;
  readonly unanimous: string;
  readonly protects: string;
  readonly anybody: string;
  readonly total: string;
}

export const SUPPRESSION_TEXTS: SuppressionTexts = {
  'too-small': 'Fewer than {minimum} people answered here.',
  unanimous:
    'Nearly everybody here is at the same end of the scale, so that the mean would tell what each of them answered.',
  protects:
    'Enough people answered here, but with this figure one could work out another one that is about too few: {protects}.',
  anybody:
    'Not shown, to keep answers confidential: fewer than {minimum} people answered, or the figure would tell too much about single people or so small a group.',
  total: 'all',
};

/**
 * Says why a figure is not shown.
 *
 * @param reader `anybody` (the default) does not say which of the reasons it was; `administrator` does
 * @example suppressionSentence({ code: 'too-small', minimum: 5 }, 'administrator') // 'Fewer than 5 people answered here.'
 */
export function suppressionSentence(
  reason: SuppressionReason,
  reader: 'anybody' | 'administrator' = 'anybody',
  texts: SuppressionTexts = SUPPRESSION_TEXTS,
): string {
  const other = reason.code === 'protects' ? reason.protects.map((id) => id ?? texts.total).join(', ') : '';
  return texts[reader === 'anybody' ? 'anybody' : reason.code]
    .replaceAll('{minimum}', () => String(reason.minimum))
    .replaceAll('{protects}', () => other);
}
