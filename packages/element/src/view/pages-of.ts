import type { Page } from './pager.ts';
import type { BlockView } from './question-views.ts';

/** The form as screens: a question each, under the heading of its part; a text is a screen of its own; then the end. */
export function pagesOf(blocks: readonly BlockView[], end: HTMLElement): Page[] {
  const heads = new Map(blocks.flatMap(({ block, head }) => (head === null ? [] : [[block.part, head] as const])));
  const pages = blocks.flatMap(({ block, head, body, questions }): Page[] => {
    const standing = [heads.get(block.part), body].filter((node) => node !== undefined);
    if (questions.length === 0) return [{ nodes: standing, view: null, focus: head?.querySelector('h2') ?? null }];
    return questions.map((view) => ({ nodes: [...standing, view.root], view }));
  });
  return [...pages, { nodes: [end], view: null, focus: end.querySelector('button') }];
}
