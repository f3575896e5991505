import { en } from './en.ts';
import type { FormMessages } from './form-messages.ts';

/** The languages Peerscale brings interface texts in. */
export const MESSAGE_LANGUAGES = ['en', 'cs', 'de', 'uk', 'ar'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** The texts of a form and the language they are in. */
export interface ChosenMessages {
  readonly texts: FormMessages;
  /** for `lang`, numbers and plural forms: the locale asked for where its language is there, else `en` */
  readonly locale: string;
}

/** The language of a locale, where Peerscale brings its texts. @example messageLanguage('cs-CZ') // 'cs' */
export function messageLanguage(locale: string): MessageLanguage | undefined {
  const language = locale.split('-')[0]!.toLowerCase();
  return MESSAGE_LANGUAGES.find((known) => known === language);
}

/**
 * The texts for a locale: those of its language among the catalogues given, else English; the host's own words win over
 * both. English alone is built in. Other languages come from `loadCatalogues`, or all at once from
 * `@peerscale/form/messages`.
 *
 * @param overrides the host's own words; with any of them the locale asked for is taken as their language
 * @param catalogues texts by language; default: none besides English
 * @example messagesOf('cs-CZ', {}, await loadCatalogues('cs-CZ')).texts.submit // 'Odeslat odpovědi'
 * @example messagesOf('fr').locale // 'en': what is shown is English, and is marked up as such
 */
export function messagesOf(
  locale: string,
  overrides: Partial<FormMessages> = {},
  catalogues: Partial<Readonly<Record<MessageLanguage, FormMessages>>> = {},
): ChosenMessages {
  const language = messageLanguage(locale);
  const known = language === 'en' ? en : language && catalogues[language];
  const translated = known !== undefined || Object.keys(overrides).length > 0;
  return { texts: { ...(known ?? en), ...overrides }, locale: translated ? locale : 'en' };
}
