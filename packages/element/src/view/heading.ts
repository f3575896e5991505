import { textDirection } from '@peerscale/form';
import type { Block } from '../questions/block.ts';
import { h } from './h.ts';
import { nextId } from './question-frame.ts';

/** The heading and words of a part, in their own language and direction. Null where it has neither. */
export function heading(
  block: Block,
): { readonly root: HTMLElement; readonly titleId: string | null; readonly proseId: string } | null {
  if (block.title === null && block.prose === null) return null;
  const [titleId, proseId] = [nextId(), nextId()];
  const title =
    block.title === null ? null : h('h2', { id: titleId, class: 'wording', part: 'title', tabindex: -1 }, block.title);
  const prose =
    block.prose === null ? null : h('p', { id: proseId, class: 'prose wording', part: 'instructions' }, block.prose);
  const root = h('div', { class: 'head', lang: block.locale, dir: textDirection(block.locale) }, title, prose);
  return { root, titleId: title && titleId, proseId };
}
