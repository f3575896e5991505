import { textDirection } from '@peerscale/form';
import type { Block } from '../questions/block.ts';
import type { Question } from '../questions/question.ts';
import { codeView } from './code-view.ts';
import { consentView } from './consent-view.ts';
import { h } from './h.ts';
import { heading } from './heading.ts';
import { numberView } from './number-view.ts';
import type { QuestionView, Surroundings } from './question-view.ts';
import { radioView } from './radio-view.ts';
import { textView } from './text-view.ts';

/** A block as it is on the page: its heading apart from its questions, because the heading may stand while they change. */
export interface BlockView {
  readonly block: Block;
  readonly head: HTMLElement | null;
  readonly titleId: string | null;
  readonly body: HTMLElement;
  readonly questions: readonly QuestionView[];
}

/**
 * Draws all blocks; questions are numbered through the whole form, in the digits of the interface's language.
 *
 * @param inRows whether items of one kind stand under one line of anchors where there is room
 */
export function blockViews(blocks: readonly Block[], inRows: boolean, around: Surroundings): BlockView[] {
  const digits = new Intl.NumberFormat(around.locale);
  let number = 0;
  return blocks.map((block) => {
    const head = heading(block);
    const questions = block.questions.map((question) => {
      if (question.kind === 'consent') return consentView(question, head?.proseId ?? '', around);
      if (question.kind === 'code') return codeView(question, around);
      return numberedView(question, digits.format(++number), around);
    });
    const anchors = inRows ? block.anchors : null;
    const body = h(
      'div',
      { class: anchors === null ? 'block' : 'block rows', lang: block.locale, dir: textDirection(block.locale) },
      anchors === null ? null : anchorRow(anchors),
      ...questions.map(({ root }) => root),
    );
    if (anchors !== null) body.style.setProperty('--count', String(anchors.length));
    return { block, head: head?.root ?? null, titleId: head?.titleId ?? null, body, questions };
  });
}

function numberedView(question: Exclude<Question, { kind: 'consent' | 'code' }>, number: string, around: Surroundings) {
  if (question.kind === 'radio') return radioView(question, number, around);
  if (question.kind === 'number') return numberView(question, number, around);
  return textView(question, number, around);
}

/** For the eye only: each radio button has the label as its name. */
function anchorRow(labels: readonly string[]): HTMLElement {
  const spans = labels.map((label) => h('span', { class: 'wording' }, label));
  return h('div', { class: 'anchors', part: 'anchors', 'aria-hidden': 'true' }, h('div', {}, ...spans));
}
