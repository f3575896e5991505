import { type FormMessages, formatMessage } from '@peerscale/form';
import { h } from './h.ts';
import { nextId } from './question-frame.ts';

/** How far one has come, in words and as a bar; stays in view while one scrolls. */
export interface ProgressView {
  readonly root: HTMLElement;
  show(answered: number, total: number): void;
}

/** @param announce has each quarter of the way said by a screen reader: every answer would be too much */
export function progressView(texts: FormMessages, locale: string, announce: (text: string) => void): ProgressView {
  const id = nextId();
  const words = h('span', { id });
  const bar = h('progress', { 'aria-labelledby': id, part: 'progress-bar' });
  let quarter: number | null = null;
  return {
    root: h('div', { class: 'progress', part: 'progress' }, words, bar),
    show: (answered, total) => {
      const text = formatMessage(locale, texts.progress, { answered, total });
      words.textContent = text;
      bar.max = Math.max(total, 1);
      bar.value = answered;
      const reached = Math.floor((4 * answered) / bar.max);
      // what is there at first has been said by the words themselves
      if (quarter !== null && reached > quarter) announce(text);
      quarter = reached;
    },
  };
}
