import type { PlanText } from './form-plan.ts';

/** A wording of the plan in the language nearest to the one asked for, and which that is (for `lang` and `dir`). */
export interface ChosenText {
  readonly text: string;
  readonly locale: string;
}

/**
 * The wording for a locale: that very tag, else another of the same language, else English, else the first there is.
 *
 * @example planText({ en: 'Team', cs: 'Tým' }, 'cs-CZ') // { text: 'Tým', locale: 'cs' }
 */
export function planText(texts: PlanText, locale: string): ChosenText {
  const language = locale.split('-')[0];
  const tags = Object.keys(texts);
  const tag =
    tags.find((one) => one === locale) ??
    tags.find((one) => one.split('-')[0] === language) ??
    tags.find((one) => one === 'en') ??
    tags[0] ??
    locale;
  return { text: texts[tag] ?? '', locale: tag };
}

/** Whether there is wording in the language of a locale. */
export function hasPlanText(texts: PlanText, locale: string): boolean {
  const language = locale.split('-')[0];
  return Object.keys(texts).some((tag) => tag.split('-')[0] === language);
}
