import type { FormMessages } from '@peerscale/form';
import { button } from './button.ts';
import { h } from './h.ts';

export interface ThankYouOptions {
  readonly texts: FormMessages;
  /** the server had taken this sitting before, with other answers */
  readonly earlier: boolean;
  /** offers another form to the next person; null for none */
  readonly onAnother: (() => void) | null;
}

/** What stands in place of the form once the answers have arrived. It gets the focus: the button pressed is gone. */
export function thankYou({ texts, earlier, onAnother }: ThankYouOptions): HTMLElement {
  return h(
    'div',
    { class: 'panel thanks', part: 'thank-you', tabindex: -1 },
    h('h2', {}, texts.sentTitle),
    h('p', {}, earlier ? texts.sentEarlier : texts.sentText),
    onAnother === null ? null : button(texts.anotherForm, 'plain', onAnother),
  );
}
