import type { FormErrorCode, FormMessages } from '@peerscale/form';
import { button } from './button.ts';
import { h } from './h.ts';

/** What the person reads where a form cannot be shown; the details are the host's, in the `error` event. */
export function problemScreen(code: FormErrorCode, texts: FormMessages, onRetry: () => void): HTMLElement {
  const words: Partial<Record<FormErrorCode, string>> = {
    'instrument-not-found': texts.errorNotFound,
    'text-pack-missing-language': texts.errorLanguage,
    'unsupported-item': texts.errorUnsupported,
  };
  return h(
    'div',
    { class: 'panel', part: 'problem-panel', role: 'alert' },
    h('h2', { tabindex: -1 }, texts.errorTitle),
    h('p', {}, words[code] ?? texts.errorInvalid),
    // a line that was down may be up again; what is wrong in the questionnaire stays wrong
    code === 'instrument-not-found' ? button(texts.retry, 'plain', onRetry) : null,
  );
}
