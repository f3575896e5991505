import type { Question } from '../questions/question.ts';
import { h, setAttribute, setText } from './h.ts';

let count = 0;

/** An id of its own for every element that is pointed to; ids are apart by shadow root anyway. */
export const nextId = (): string => `q${++count}`;

/** What every question looks like around its input. */
export interface QuestionFrame {
  readonly root: HTMLElement;
  readonly textId: string;
  readonly say: (text: string | null, invalid: boolean) => void;
  readonly answered: (is: boolean) => void;
}

/**
 * The text of a question, its hint and the place for what is said about it; `control` (a group or a field) gets them as
 * name and description, and carries whether an answer is needed and whether the one given is wrong.
 *
 * @param number the place of the question in the form, in the digits of the language; null for none
 * @param required said beside the text where an answer is needed
 */
export function questionFrame(
  question: Question,
  number: string | null,
  required: string,
  control: HTMLElement,
  body: HTMLElement = control,
): QuestionFrame {
  const [textId, hintId, problemId] = [nextId(), nextId(), nextId()];
  const hint =
    question.hint === null ? null : h('span', { id: hintId, class: 'hint wording', dir: 'auto' }, question.hint);
  const problem = h('p', { id: problemId, class: 'problem', part: 'problem' });
  const tagged = question.required ? h('span', { class: 'tag', 'aria-hidden': 'true' }, ` (${required})`) : null;
  const text = h(
    'div',
    { class: 'text', part: 'question-text' },
    number === null ? null : h('span', { class: 'number', 'aria-hidden': 'true' }, number),
    h('div', {}, h('span', { id: textId, class: 'wording' }, question.text), tagged),
  );
  const root = control.classList.contains('question') ? control : h('div', { class: 'question', part: 'question' });
  root.prepend(text, ...(hint === null ? [] : [hint]));
  if (body !== root) root.append(body);
  root.append(problem);
  control.setAttribute('aria-labelledby', textId);
  control.setAttribute('aria-required', String(question.required));
  const say = (words: string | null, invalid: boolean): void => {
    setText(problem, words ?? '');
    const descriptions = [hint && hintId, words && problemId].filter(Boolean).join(' ');
    setAttribute(control, 'aria-describedby', descriptions || null);
    setAttribute(control, 'aria-invalid', invalid && words !== null ? 'true' : null);
    root.classList.toggle('open', words !== null && !invalid);
  };
  say(null, false);
  return { root, textId, say, answered: (is) => root.classList.toggle('answered', is) };
}
