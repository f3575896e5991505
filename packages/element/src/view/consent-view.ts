import type { ConsentQuestion } from '../questions/question.ts';
import { h, setAttribute } from './h.ts';
import { nextId } from './question-frame.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/** A box to tick. What is agreed to stands above it, in the heading and text of its block, which describe the box. */
export function consentView(question: ConsentQuestion, describedBy: string, around: Surroundings): QuestionView {
  const problemId = nextId();
  const box = h('input', { type: 'checkbox', 'aria-required': String(question.required) });
  const problem = h('p', { id: problemId, class: 'problem', part: 'problem' });
  const label = h('span', { class: 'label wording' }, question.agree ?? around.texts.agree);
  const root = h(
    'div',
    { class: 'question', part: 'question' },
    h('label', { class: 'option', part: 'option' }, box, label),
    problem,
  );
  const say = (words: string | null, invalid: boolean): void => {
    problem.textContent = words ?? '';
    setAttribute(box, 'aria-describedby', words === null ? describedBy : `${describedBy} ${problemId}`);
    setAttribute(box, 'aria-invalid', invalid && words !== null ? 'true' : null);
  };
  say(null, false);
  box.addEventListener('change', () => {
    say(null, false);
    around.onAnswer(question, box.checked);
  });
  return {
    question,
    root,
    show: (value) => {
      box.checked = value === true;
    },
    check: () => (question.required && !box.checked ? around.texts.agreeMissing : null),
    say,
    focus: () => box.focus(),
  };
}
