/** The name of a language in the reader's language. @example languageName('cs', 'en') // 'Czech' */
export function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}

/** Names in a row, as the reader's language joins them. */
export function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(names);
}
