import type { BlockView } from './question-views.ts';

/** In a list, what comes after a consent that must be given is there once it has been given. */
export function gate(blocks: readonly BlockView[], end: HTMLElement): void {
  let shut = false;
  for (const { head, body, questions } of blocks) {
    body.hidden = shut;
    if (head !== null) head.hidden = shut;
    shut ||= questions.some((view) => view.question.kind === 'consent' && view.check() !== null);
  }
  end.hidden = shut;
}
