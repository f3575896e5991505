import { type FormMessages, formatMessage } from '@peerscale/form';
import type { Block } from '../questions/block.ts';
import { h } from './h.ts';

/** That digits answer, where there is something to choose; null where there is not. */
export function keysHint(blocks: readonly Block[], texts: FormMessages, locale: string): HTMLElement | null {
  const counts = blocks.flatMap(({ questions }) =>
    questions.flatMap((one) => (one.kind === 'radio' ? [one.options.length] : [])),
  );
  if (counts.length === 0) return null;
  const maximum = Math.min(9, Math.max(...counts));
  return h('span', { class: 'keys' }, formatMessage(locale, texts.keysHint, { maximum }));
}
