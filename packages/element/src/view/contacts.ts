import { type FormPlan, isolateNumbers, planText, textDirection } from '@peerscale/form';
import { h } from './h.ts';

/** Whom to turn to, in the words of the study; nothing where it names nobody. */
export function contacts({ helpContacts }: FormPlan, locale: string, title: string): HTMLElement[] {
  if (helpContacts === undefined) return [];
  const heading = helpContacts.title === undefined ? title : planText(helpContacts.title, locale).text;
  const words = planText(helpContacts.text, locale);
  const prose = h(
    'p',
    { class: 'prose wording', lang: words.locale, dir: textDirection(words.locale) },
    isolateNumbers(words.text),
  );
  return [h('aside', { class: 'box contacts', part: 'contacts' }, h('h2', {}, heading), prose)];
}
