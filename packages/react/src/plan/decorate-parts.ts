import type { Model, Question } from 'survey-core';
import type { Field } from '../survey/field.ts';
import { GATE } from '../survey/gate.ts';
import { PART_CLASS_NAMES } from './part-class-names.ts';

/** What a question is, as far as its look depends on it. */
type QuestionKind = 'consent' | 'code' | 'number' | 'text' | 'options';

function kindOf(field: Field | undefined): QuestionKind {
  if (field?.kind === 'code') return 'code';
  if (field?.kind !== 'value') return 'options';
  const { kind } = field.part;
  if (kind === 'consent' || kind === 'number') return kind;
  return kind === 'choice' ? 'options' : 'text';
}

const CLASSES: Readonly<Record<QuestionKind, string>> = {
  consent: ' peerscale-item-plain peerscale-item-consent',
  code: ' peerscale-item-plain peerscale-item-short',
  number: ' peerscale-item-short',
  text: '',
  options: '',
};

/** Gives questions of a plan the class of their kind, headings their level, and fields what SurveyJS has no property for. */
export function decorateParts(model: Model, fieldOf: (name: string) => Field | undefined): void {
  const kindOfQuestion = (name: string) => kindOf(fieldOf(name));
  model.css = { ...PART_CLASS_NAMES, checkbox: model.css.radiogroup };
  for (const question of model.getAllQuestions()) keepHint(question);
  model.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
    cssClasses.mainRoot = `${cssClasses.mainRoot ?? ''}${CLASSES[kindOfQuestion(question.name)]}`;
  });
  model.onUpdatePanelCssClasses.add((_, { panel, cssClasses }) => {
    if (panel.name.startsWith(GATE)) cssClasses.panel.container = 'peerscale-gate';
  });
  // headings to jump to: of a questionnaire, a text, a consent
  model.onGetTitleTagName.add((_, options) => {
    const isHeading =
      options.element.getType() === 'panel' || kindOfQuestion((options.element as Question).name) === 'consent';
    if (isHeading) options.tagName = 'h2';
  });
  // not `onAfterRenderQuestionInput`: it leaves out the fields of several lines
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    const field = htmlElement.querySelector('input[type=text], textarea');
    if (field === null) return;
    // somebody may answer in another direction than they are asked
    field.setAttribute('dir', 'auto');
    const kind = kindOfQuestion(question.name);
    if (kind === 'number') field.setAttribute('inputmode', 'decimal');
    if (kind === 'code') field.setAttribute('spellcheck', 'false');
  });
}

const DESCRIBED_BY = 'a11y_input_ariaDescribedBy';

/** While something is wrong SurveyJS describes a field by that alone; its hint and its unit are still to be heard then. */
function keepHint(question: Question): void {
  Object.defineProperty(question, DESCRIBED_BY, {
    get: (): string | null => {
      const own: string | null = Reflect.get(Object.getPrototypeOf(question), DESCRIBED_BY, question);
      const hint = question.hasDescription ? question.ariaDescriptionId : null;
      return own === null || hint === null || own === hint ? own : `${own} ${hint}`;
    },
  });
}
