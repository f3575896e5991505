/** The languages Peerscale brings interface texts in. */
export const MESSAGE_LANGUAGES = ['en', 'cs', 'de', 'uk', 'ar'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** The language of a locale, where Peerscale brings its texts. @example messageLanguage('cs-CZ') // 'cs' */
export function messageLanguage(locale: string): MessageLanguage | undefined {
  const language = locale.split('-')[0]!.toLowerCase();
  return MESSAGE_LANGUAGES.find((known) => known === language);
}
