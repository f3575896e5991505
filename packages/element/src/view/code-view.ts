import { hashSelfGeneratedCode, normalizeCodeEntry } from '@peerscale/form';
import type { CodeQuestion } from '../questions/question.ts';
import { h, setAttribute } from './h.ts';
import { nextId } from './question-frame.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/**
 * The fields of a self-generated code. What is typed stays in these fields: as soon as all are filled in, their hashes
 * are the answer, and nothing else is kept or sent. After a reload the hashes are there and the fields are empty.
 */
export function codeView(question: CodeQuestion, around: Surroundings): QuestionView {
  const { texts } = around;
  const elements = question.elements.map(({ element }) => element);
  const problemId = nextId();
  const problem = h('p', { id: problemId, class: 'problem', part: 'problem' });
  const fields = question.elements.map(({ hint }) => {
    const id = nextId();
    const described = hint === null ? null : `${id}-hint`;
    return h('input', {
      id,
      class: 'field short',
      part: 'field',
      type: 'text',
      autocomplete: 'off',
      dir: 'auto',
      spellcheck: 'false',
      'data-hint': described,
      'aria-describedby': described,
    });
  });
  const rows = question.elements.map(({ text, hint }, at) =>
    h(
      'div',
      { class: 'element' },
      h('label', { class: 'text wording', for: fields[at]!.id }, text),
      hint === null ? null : h('span', { id: `${fields[at]!.id}-hint`, class: 'hint wording' }, hint),
      fields[at]!,
    ),
  );
  const root = h(
    'fieldset',
    { class: 'question code', part: 'question' },
    h('legend', {}, texts.codePrivacy),
    ...rows,
    problem,
  );

  const wrong = () => fields.filter((field, at) => normalizeCodeEntry(elements[at]!, field.value) === null);
  const isEmpty = () => fields.every(({ value }) => value.trim() === '');
  const say = (words: string | null, invalid: boolean): void => {
    problem.textContent = words ?? '';
    const faulty = new Set(words === null || !invalid ? [] : wrong());
    for (const field of fields) {
      setAttribute(field, 'aria-invalid', faulty.has(field) ? 'true' : null);
      const described = [field.dataset.hint, faulty.has(field) ? problemId : null].filter(Boolean).join(' ');
      setAttribute(field, 'aria-describedby', described || null);
    }
  };

  let turn = 0;
  root.addEventListener('input', async () => {
    const mine = ++turn;
    say(null, false);
    if (wrong().length > 0) {
      around.onAnswer(question, null);
      return;
    }
    const entries = Object.fromEntries(elements.map(({ id }, at) => [id, fields[at]!.value]));
    const hashes = await hashSelfGeneratedCode({ elements }, entries, question.key);
    if (mine === turn) around.onAnswer(question, hashes);
  });
  return {
    question,
    root,
    show: (value) => {
      root.classList.toggle('answered', value !== null);
      if (value !== null) return;
      for (const field of fields) field.value = '';
    },
    check: () => (isEmpty() || wrong().length === 0 ? null : texts.codeIncomplete),
    say,
    focus: () => (wrong()[0] ?? fields[0])?.focus(),
  };
}
