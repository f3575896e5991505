const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * The direction a language is written in; a script in the tag wins over the language.
 *
 * @example textDirection('ar') // 'rtl'
 */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  const [language, script] = locale.split('-');
  if (script?.length === 4) return script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language!) ? 'rtl' : 'ltr';
}
