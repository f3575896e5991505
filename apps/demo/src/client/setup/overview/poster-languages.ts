import { LOCALES, type Locale } from '../../catalogue.ts';

/** The languages that a poster can be in: those of the study that there are words for; that of the page comes first. */
export function posterLanguages(locales: readonly string[], page: Locale): readonly Locale[] {
  const spoken = LOCALES.filter((locale) => locales.includes(locale));
  const first = spoken.filter((locale) => locale === page);
  return spoken.length === 0 ? [page] : [...new Set([...first, ...spoken])];
}
