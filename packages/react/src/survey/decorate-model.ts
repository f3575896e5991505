import type { Model, Question } from 'survey-core';
import type { Field } from './field.ts';
import { GATE } from './gate.ts';

/** What a question is, as far as its look depends on it. */
export type QuestionKind = 'consent' | 'code' | 'number' | 'text' | 'options';

export function kindOfField(field: Field | undefined): QuestionKind {
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

/** Gives questions the class of their kind, and text fields what SurveyJS has no property for. */
export function decorateModel(model: Model, kindOf: (name: string) => QuestionKind): void {
  model.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
    cssClasses.mainRoot = `${cssClasses.mainRoot ?? ''}${CLASSES[kindOf(question.name)]}`;
  });
  model.onUpdatePanelCssClasses.add((_, { panel, cssClasses }) => {
    if (panel.name.startsWith(GATE)) cssClasses.panel.container = 'peerscale-gate';
  });
  // headings to jump to: of a questionnaire, a text, a consent
  model.onGetTitleTagName.add((_, options) => {
    const isHeading = options.element.getType() === 'panel' || kindOf((options.element as Question).name) === 'consent';
    if (isHeading) options.tagName = 'h2';
  });
  model.onAfterRenderQuestionInput.add((_, { question, htmlElement }) => {
    if (!htmlElement.matches('input[type=text], textarea')) return;
    // somebody may answer in another direction than they are asked
    htmlElement.setAttribute('dir', 'auto');
    const kind = kindOf(question.name);
    if (kind === 'number') htmlElement.setAttribute('inputmode', 'decimal');
    if (kind === 'code') htmlElement.setAttribute('spellcheck', 'false');
  });
}
