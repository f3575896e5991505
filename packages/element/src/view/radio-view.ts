import type { RadioQuestion } from '../questions/question.ts';
import { h } from './h.ts';
import { nextId, questionFrame } from './question-frame.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/**
 * One radio group an item, of native radio buttons: arrow keys, "2 of 5", forced colours and voice control come with
 * them. The group is named by the text of the item, each button by the full label of its option.
 */
export function radioView(question: RadioQuestion, number: string, around: Surroundings): QuestionView {
  const group = h('div', { class: 'question', part: 'question', role: 'radiogroup' });
  const name = nextId();
  const inputs = question.options.map((_, place) => h('input', { type: 'radio', name, value: place }));
  const options = question.options.map(({ label }, place) =>
    h('label', { class: 'option', part: 'option' }, inputs[place]!, h('span', { class: 'label wording' }, label)),
  );
  // a scale goes from one end to the other and may lie in a row; a choice is a list
  const scale = options.length <= 11 && typeof question.options[0]?.value === 'number';
  group.append(h('div', { class: `options${scale ? ' row' : ''}` }, ...options));
  const frame = questionFrame(question, number, around.texts.required, group);

  const report = (): void => {
    const place = inputs.findIndex(({ checked }) => checked);
    frame.answered(place >= 0);
    frame.say(null, false);
    around.onAnswer(question, question.options[place]?.value ?? null);
  };
  group.addEventListener('change', report);
  group.addEventListener('keydown', (event) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    const checked = inputs.find((input) => input.checked);
    if (checked === undefined) return;
    checked.checked = false;
    report();
  });
  return {
    question,
    root: frame.root,
    show: (value) => {
      inputs.forEach((input, place) => {
        input.checked = question.options[place]!.value === value;
      });
      frame.answered(inputs.some(({ checked }) => checked));
    },
    check: () => null,
    say: frame.say,
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0]!).focus(),
    choose: (place) => {
      inputs[place]!.checked = true;
      report();
    },
  };
}
