import type { PlanText } from '@peerscale/form';

/** A text that may be in any language, in the reader's one where it is, else in English or the first there is. */
export function titleIn(text: PlanText, locale: string): string {
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? '';
}
