import { LOCALES, type Locale } from './catalogue.ts';

/**
 * The language of the page: `?lang=` in the address, else the first of the reader's languages that there is a catalogue
 * for, else English.
 *
 * @example chooseLocale('?lang=cs', ['en-GB']) // 'cs'
 */
export function chooseLocale(search: string, readerLanguages: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get('lang');
  for (const tag of [asked, ...readerLanguages]) {
    const language = tag?.toLowerCase().split('-')[0];
    const found = LOCALES.find((locale) => locale === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** A text of an instrument or a study in the reader's language; English is always there. */
export function localized(text: { readonly en: string; readonly [locale: string]: string }, locale: Locale): string {
  return text[locale] ?? text.en;
}
