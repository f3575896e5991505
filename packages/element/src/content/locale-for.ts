/**
 * The locale among `known` that serves the one wanted: the same, else one of the same language.
 *
 * @example localeFor('cs-CZ', ['en', 'cs']) // 'cs'
 */
export function localeFor(wanted: string, known: readonly string[]): string | null {
  const language = (locale: string) => locale.split('-')[0]!.toLowerCase();
  return (
    known.find((locale) => locale === wanted) ?? known.find((locale) => language(locale) === language(wanted)) ?? null
  );
}
