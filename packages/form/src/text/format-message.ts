import type { PluralText } from '../messages/form-messages.ts';

/**
 * A message with its values put in, in the digits and plural form of the language.
 *
 * @param values numbers are written by `Intl.NumberFormat`; texts are put in as they are. `count` chooses the plural form
 * @example formatMessage('cs', { few: '{count} otázky', other: '{count} otázek' }, { count: 3 }) // '3 otázky'
 */
export function formatMessage(
  locale: string,
  message: string | PluralText,
  values: Readonly<Record<string, number | string>>,
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locale).select(Number(values.count ?? 0))] ?? message.other);
  const numbers = new Intl.NumberFormat(locale);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]! : placeholder;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
