const plurals = { en: new Intl.PluralRules('en'), cs: new Intl.PluralRules('cs') };

/** English counts one and many. */
export function english(n: number, one: string, other: string): string {
  return plurals.en.select(n) === 'one' ? one : other;
}

/** Czech counts one, few (2 to 4) and many. */
export function czech(n: number, one: string, few: string, many: string): string {
  const form = plurals.cs.select(n);
  return form === 'one' ? one : form === 'few' ? few : many;
}
