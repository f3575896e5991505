import { createContext, use } from 'react';
import { type Catalogue, catalogues, type Locale } from './catalogue.ts';

export interface Language {
  readonly locale: Locale;
  readonly words: Catalogue;
  /** an address of this site that keeps the language the reader asked for in this one */
  readonly href: (path: string) => string;
}

export const LanguageContext = createContext<Language>({ locale: 'en', words: catalogues.en, href: (path) => path });

/** The reader's language, its words, and addresses that keep it. */
export function useLanguage(): Language {
  return use(LanguageContext);
}

/** The words of a room in every language of the pages; those of a lazy page come with it and not with the first script. */
export type Words<Room> = Readonly<Record<Locale, Room>>;

/** The words of a room in the reader's language. */
export function useWords<Room>(words: Words<Room>): Room {
  return words[use(LanguageContext).locale];
}
