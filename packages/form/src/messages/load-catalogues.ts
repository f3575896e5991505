import type { FormMessages } from './form-messages.ts';
import { type MessageLanguage, messageLanguage } from './messages-of.ts';

const files: Partial<Record<MessageLanguage, () => Promise<FormMessages>>> = {
  cs: async () => (await import('./cs.ts')).cs,
  de: async () => (await import('./de.ts')).de,
  uk: async () => (await import('./uk.ts')).uk,
  ar: async () => (await import('./ar.ts')).ar,
};

/**
 * The catalogue that a locale needs besides English, loaded on demand, for `messagesOf`. Empty for English, for a
 * language that is not there and where loading fails: a form in English is better than none.
 */
export async function loadCatalogues(locale: string): Promise<Partial<Record<MessageLanguage, FormMessages>>> {
  const language = messageLanguage(locale);
  const load = language && files[language];
  if (load === undefined) return {};
  try {
    return { [language as MessageLanguage]: await load() };
  } catch {
    return {};
  }
}
