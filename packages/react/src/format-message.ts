import type { PluralText } from './messages.ts';

/**
 * A message with its numbers, in the digits and plural form of the language.
 *
 * @param count the number that chooses the plural form, where the message has forms
 * @example formatMessage('cs', { few: '{count} otázky', other: '{count} otázek' }, { count: 3 }) // '3 otázky'
 */
export function formatMessage(
  locale: string,
  message: string | PluralText,
  values: Readonly<Record<string, number>>,
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locale).select(values.count ?? 0)] ?? message.other);
  const numbers = new Intl.NumberFormat(locale);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? numbers.format(values[name]!) : placeholder,
  );
}
