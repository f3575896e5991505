import { en } from './en.ts';
import type { FormMessages, PluralText } from './form-messages.ts';

/** A text that a catalogue lacks, or has in another shape than English. */
export interface MessageFault {
  readonly key: string;
  readonly fault: 'missing' | 'empty' | 'unknown' | 'placeholders' | 'plural-forms';
}

const placeholders = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();

/** The forms that stand for one number only, which they may say in words ("one question"). Ukrainian "one" is 21, too. */
function formsOfOneNumber(rules: Intl.PluralRules): Set<string> {
  const numbers = new Map<string, number>();
  for (let n = 0; n <= 200; n++) numbers.set(rules.select(n), (numbers.get(rules.select(n)) ?? 0) + 1);
  return new Set([...numbers].filter(([, count]) => count === 1).map(([form]) => form));
}

/**
 * What a catalogue lacks, key by key against English: texts that are missing or empty, keys English does not have, other
 * placeholders, and plural texts without exactly the forms of the language. For the check of one's own translation.
 *
 * @param locale the language of the catalogue, whose plural forms are asked of `Intl.PluralRules`
 * @example missingMessages('cs', { ...cs, submit: '' }) // [{ key: 'submit', fault: 'empty' }]
 */
export function missingMessages(locale: string, catalogue: Partial<FormMessages>): MessageFault[] {
  const given = catalogue as Readonly<Record<string, string | PluralText>>;
  const rules = new Intl.PluralRules(locale);
  const faults: MessageFault[] = [];
  for (const [key, original] of Object.entries(en) as [string, string | PluralText][]) {
    const text = Object.hasOwn(given, key) ? given[key] : undefined;
    const fault = text === undefined ? 'missing' : faultOf(text, original, rules);
    if (fault !== undefined) faults.push({ key, fault });
  }
  for (const key of Object.keys(given)) if (!Object.hasOwn(en, key)) faults.push({ key, fault: 'unknown' });
  return faults;
}

function faultOf(
  text: string | PluralText,
  original: string | PluralText,
  rules: Intl.PluralRules,
): MessageFault['fault'] | undefined {
  if (typeof original === 'string' || typeof text === 'string') {
    if (typeof original !== typeof text) return 'plural-forms';
    if ((text as string).trim() === '') return 'empty';
    return placeholders(text as string) === placeholders(original as string) ? undefined : 'placeholders';
  }
  if (Object.keys(text).sort().join() !== [...rules.resolvedOptions().pluralCategories].sort().join())
    return 'plural-forms';
  const wanted = placeholders(original.other);
  const sayable = formsOfOneNumber(rules);
  for (const [form, words] of Object.entries(text)) {
    if (words.trim() === '') return 'empty';
    const found = placeholders(words);
    if (found !== wanted && !(sayable.has(form) && found === '')) return 'placeholders';
  }
  return undefined;
}
