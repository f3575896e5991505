import { characterCount, formatMessage } from '@peerscale/form';
import type { TextQuestion } from '../questions/question.ts';
import { h } from './h.ts';
import { questionFrame } from './question-frame.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/**
 * A line or several lines of text. `maxlength` would cut what is pasted without a word: here the person is told how much
 * too long it is, and decides.
 */
export function textView(question: TextQuestion, number: string, around: Surroundings): QuestionView {
  const { texts, locale } = around;
  const attributes = { class: 'field', part: 'field', dir: 'auto', autocomplete: 'off' };
  const field =
    question.kind === 'long-text'
      ? h('textarea', { ...attributes, rows: 4 })
      : h('input', { ...attributes, type: 'text' });
  const frame = questionFrame(question, number, texts.required, field);

  const check = (): string | null => {
    // A character has at least one code unit: most texts need no counting.
    if (field.value.length <= question.maximumLength) return null;
    const count = characterCount(field.value) - question.maximumLength;
    return count > 0 ? formatMessage(locale, texts.textTooLong, { count }) : null;
  };
  field.addEventListener('input', () => {
    const problem = check();
    frame.say(problem, true);
    const fits = field.value.trim() !== '' && problem === null;
    frame.answered(fits);
    around.onAnswer(question, fits ? field.value : null);
  });
  return {
    question,
    root: frame.root,
    show: (value) => {
      field.value = typeof value === 'string' ? value : '';
      frame.answered(field.value !== '');
    },
    check,
    say: frame.say,
    focus: () => field.focus(),
  };
}
