/**
 * Chooses the form of a noun that goes with a number, by the rules of the language (Intl.PluralRules).
 *
 * @example pluralOf('cs')(3, { one: 'položka', few: 'položky', other: 'položek' }) // 'položky'
 */
export function pluralOf(
  locale: string,
): (n: number, forms: { readonly one: string; readonly few?: string; readonly other: string }) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, { one, few, other }) => {
    const category = rules.select(n);
    if (category === 'one') return one;
    return category === 'few' ? (few ?? other) : other;
  };
}
