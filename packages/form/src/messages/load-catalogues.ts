import type { Catalogues } from './choose-messages.ts';
import { type MessageLanguage, messageLanguage } from './message-language.ts';

/** Files of one catalogue each, by its language. */
const files: Partial<Record<MessageLanguage, () => Promise<Catalogues>>> = {
  cs: () => import('./cs.ts'),
  de: () => import('./de.ts'),
  uk: () => import('./uk.ts'),
  ar: () => import('./ar.ts'),
};

/**
 * The catalogue that a locale needs besides English, loaded on demand, for `messagesOf`. Empty for English, for a
 * language that is not there and where loading fails: a form in English is better than none.
 */
export async function loadCatalogues(locale: string): Promise<Catalogues> {
  const language = messageLanguage(locale);
  try {
    return (language && (await files[language]?.())) ?? {};
  } catch {
    return {};
  }
}
