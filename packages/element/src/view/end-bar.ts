import { formatMessage } from '@peerscale/form';
import { button } from './button.ts';
import { h, setAttribute, setText } from './h.ts';
import { questionBox } from './question-box.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/** As many open questions are listed one by one; of more, the first is offered. */
const MAX_LISTED = 8;

export interface EndBarOptions extends Pick<Surroundings, 'texts' | 'locale'> {
  /** questions without an answer, in order */
  readonly open: () => readonly QuestionView[];
  /** Looks for what must be put right first, and shows it. @returns whether the form may be sent */
  readonly mayBeSent: () => boolean;
  readonly onShow: (view: QuestionView) => void;
  readonly onSend: () => void;
  readonly onClear: () => void;
}

export interface EndBar {
  readonly root: HTMLElement;
  /** Sending is under way. */
  busy(is: boolean): void;
  /** Says that it did not work, and offers to try again; null takes it back. */
  fail(text: string | null): void;
  /** Whether there is anything to clear. */
  answered(any: boolean): void;
  focus(): void;
}

/** The end of the form: what is still open, sending, clearing. Nobody is forced, and nothing is cleared unasked. */
export function endBar(options: EndBarOptions): EndBar {
  const { texts, locale } = options;
  const alert = h('div', { role: 'alert', class: 'alert bad', part: 'alert' });
  const place = h('div', { class: 'ask' });
  const send = button(texts.submit, 'main', () => {
    if (send.getAttribute('aria-disabled') === 'true' || !options.mayBeSent()) return;
    const open = options.open();
    if (open.length === 0) options.onSend();
    else ask(openBox(open));
  });
  send.classList.add('wide');
  const clear = button(texts.clear, 'quiet', () => ask(clearBox(), '.safe'));
  const root = h('div', { class: 'end', part: 'end' }, alert, place, send, clear);

  const ask = (box: HTMLElement, focus?: string): void => {
    place.replaceChildren(box);
    send.hidden = clear.hidden = true;
    (focus === undefined ? box : box.querySelector<HTMLElement>(focus))?.focus();
  };
  let any = false;
  const dismiss = (): void => {
    place.replaceChildren();
    send.hidden = false;
    clear.hidden = !any;
  };

  const openBox = (open: readonly QuestionView[]): HTMLElement => {
    const cancel = () => {
      dismiss();
      send.focus();
    };
    const show = (view: QuestionView) => () => {
      dismiss();
      for (const { root: question } of open) question.classList.add('open');
      options.onShow(view);
    };
    const list =
      open.length > MAX_LISTED
        ? null
        : h(
            'ul',
            { class: 'review', part: 'review' },
            ...open.map((view) => h('li', {}, button(view.question.text || texts.codePrivacy, 'quiet', show(view)))),
          );
    const words = `${formatMessage(locale, texts.open, { count: open.length })} ${texts.openHint}`;
    const anyway = button(texts.sendAnyway, 'plain', () => {
      dismiss();
      send.focus();
      options.onSend();
    });
    const first = button(texts.showOpen, 'main', show(open[0]!));
    return questionBox(words, cancel, list, h('div', { class: 'buttons' }, first, anyway));
  };

  const clearBox = (): HTMLElement => {
    const cancel = () => {
      dismiss();
      clear.focus();
    };
    const keep = button(texts.clearCancel, 'plain', cancel);
    keep.classList.add('safe');
    const confirm = button(texts.clearConfirm, 'plain', () => {
      dismiss();
      options.onClear();
    });
    return questionBox(texts.clearQuestion, cancel, h('div', { class: 'buttons' }, keep, confirm));
  };

  clear.hidden = true;
  return {
    root,
    busy: (is) => {
      setAttribute(send, 'aria-disabled', is ? 'true' : null);
      setAttribute(send, 'aria-busy', is ? 'true' : null);
      if (is) send.textContent = texts.sending;
      clear.hidden = is || !any;
    },
    fail: (text) => {
      setText(alert, text ?? '');
      setText(send, text === null ? texts.submit : texts.retry);
    },
    answered: (is) => {
      any = is;
      if (place.childNodes.length === 0) clear.hidden = !is;
    },
    focus: () => send.focus(),
  };
}
