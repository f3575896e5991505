import { type DeliveryState, type FormMessages, formatMessage } from '@peerscale/form';
import { button } from './button.ts';
import { h } from './h.ts';

export interface DeliveryPanelOptions {
  readonly texts: FormMessages;
  readonly locale: string;
  readonly now: () => number;
  /** whether what is kept on this device outlives the tab */
  readonly outlives: boolean;
  readonly onRetry: () => void;
  readonly onSave: () => boolean;
  readonly onDiscard: () => void;
}

/** Where a record is that the person has handed over, until it has arrived: plainly, and with what they can do. */
export interface DeliveryPanel {
  readonly root: HTMLElement;
  show(state: DeliveryState): void;
}

export function deliveryPanel(options: DeliveryPanelOptions): DeliveryPanel {
  const { texts, locale } = options;
  const title = h('h2', { tabindex: -1 });
  const words = h('p', { role: 'status' });
  const hint = h('p', {});
  const list = h('ul', { class: 'refusal wording', dir: 'auto' });
  const saved = h('p', { role: 'status' });
  const retry = button(texts.retry, 'main', options.onRetry);
  const save = button(texts.saveFile, 'plain', () => {
    if (options.onSave()) saved.textContent = texts.fileSaved;
  });
  const discard = button(texts.discard, 'quiet', options.onDiscard);
  const buttons = h('div', { class: 'buttons' }, retry, save, discard);
  const root = h('div', { class: 'panel', part: 'delivery-panel' }, title, words, hint, list, buttons, saved);

  return {
    root,
    show: (state) => {
      if (state.status === 'idle' || state.status === 'saved') return;
      const { status } = state;
      const [heading, text] = describe(state);
      title.textContent = heading;
      words.textContent = text;
      hint.textContent =
        status === 'refused'
          ? texts.refusedHint
          : status === 'sending'
            ? ''
            : state.kept && options.outlives
              ? texts.mayClose
              : texts.leaveOpen;
      hint.hidden = hint.textContent === '';
      const { refusal } = status === 'refused' ? state : { refusal: null };
      const reasons = refusal === null ? [] : [refusal.detail ?? refusal.title, ...refusal.errors];
      list.replaceChildren(...reasons.map((reason) => h('li', {}, reason)));
      list.hidden = reasons.length === 0;
      retry.hidden = status === 'sending' || status === 'refused';
      save.hidden = status === 'sending';
      // then it is what is left to do
      save.classList.toggle('main', status === 'refused');
      discard.hidden = status !== 'refused';
      root.classList.toggle('refused', status === 'refused');
    },
  };

  function describe(state: DeliveryState): [string, string] {
    if (state.status === 'refused') return [texts.refused, ''];
    if (state.status === 'offline') return [texts.sending, texts.offline];
    if (state.status !== 'waiting') return [texts.sending, ''];
    const count = Math.max(1, Math.round((state.retryAt - options.now()) / 1000));
    return [texts.sending, formatMessage(locale, texts.waiting, { count })];
  }
}
