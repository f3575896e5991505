import { formatMessage, parseNumber } from '@peerscale/form';
import type { NumberQuestion } from '../questions/question.ts';
import { h } from './h.ts';
import { questionFrame } from './question-frame.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/**
 * A number in a text field: `type="number"` loses what it cannot read, changes by the mouse wheel, and refuses the digits
 * of half the world. What is entered is judged when the person leaves the field, not while they type.
 */
export function numberView(question: NumberQuestion, number: string, around: Surroundings): QuestionView {
  const { texts, locale } = around;
  const field = h('input', {
    class: 'field short',
    part: 'field',
    type: 'text',
    autocomplete: 'off',
    inputmode: question.whole && question.minimum >= 0 ? 'numeric' : 'decimal',
  });
  const unit = question.unit === null ? null : h('span', { class: 'unit wording' }, question.unit);
  const frame = questionFrame(question, number, texts.required, field, h('div', { class: 'measure' }, field, unit));

  const check = (): string | null => {
    if (field.value.trim() === '') return null;
    const value = parseNumber(field.value);
    const { minimum, maximum, whole } = question;
    if (Number.isNaN(value)) return texts.numberInvalid;
    if (whole && !Number.isInteger(value)) return texts.numberNotWhole;
    if (value < minimum) return formatMessage(locale, texts.numberTooLow, { minimum });
    if (value > maximum) return formatMessage(locale, texts.numberTooHigh, { maximum });
    return null;
  };
  field.addEventListener('input', () => {
    const fits = field.value.trim() !== '' && check() === null;
    if (check() === null) frame.say(null, false);
    frame.answered(fits);
    around.onAnswer(question, fits ? parseNumber(field.value) : null);
  });
  field.addEventListener('blur', () => frame.say(check(), true));
  return {
    question,
    root: frame.root,
    show: (value) => {
      field.value =
        typeof value === 'number'
          ? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value)
          : '';
      frame.answered(field.value !== '');
    },
    check,
    say: frame.say,
    focus: () => field.focus(),
  };
}
