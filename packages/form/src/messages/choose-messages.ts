import type { FormMessages } from './form-messages.ts';
import { type MessageLanguage, messageLanguage } from './message-language.ts';

/** The texts of a form and the language they are in. */
export interface ChosenMessages<Texts = FormMessages> {
  readonly texts: Texts;
  /** for `lang`, numbers and plural forms: the locale asked for where its language is there, else `en` */
  readonly locale: string;
}

export type Catalogues = Partial<Readonly<Record<MessageLanguage, FormMessages>>>;

/** `messagesOf` with more or less of the English texts. */
export function chooseMessages<Texts extends Partial<FormMessages>>(
  english: Texts,
  locale: string,
  overrides: Partial<FormMessages>,
  catalogues: Catalogues,
): ChosenMessages<Texts> {
  const language = messageLanguage(locale);
  const known = language && catalogues[language];
  const translated = language === 'en' || known !== undefined || Object.keys(overrides).length > 0;
  return { texts: { ...english, ...known, ...overrides }, locale: translated ? locale : 'en' };
}
