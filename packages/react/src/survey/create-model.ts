import { Model, type PanelModel } from 'survey-core';
import { unguardText } from '../shared.ts';
import { CLASS_NAMES } from './class-names.ts';

type TextToProcess = Parameters<Model['processTextEx']>[0];

/** Takes the guard off again once SurveyJS has looked for placeholders, so that exactly the wording is on screen. */
class FormModel extends Model {
  override processTextEx(params: TextToProcess): ReturnType<Model['processTextEx']> {
    const processed = super.processTextEx(params);
    return { ...processed, text: unguardText(processed.text) };
  }
}

/** What SurveyJS holds, by the name of the question. */
export type SurveyData = Readonly<Record<string, unknown>>;

/**
 * The SurveyJS model behind one mounted form. SurveyJS draws and keeps the questions; everything around them (header,
 * progress, sending) is ours.
 *
 * @param json a survey as SurveyJS reads it
 * @param idPrefix put before every id: two forms on a page must not share one
 * @param requiredMark said beside a question that must be answered; a screen reader hears it from the question's own state
 */
export function createModel(json: object, idPrefix: string, data: SurveyData, requiredMark = '*'): Model {
  const model = new FormModel(json);
  model.showTitle = false;
  model.showNavigationButtons = false;
  model.fitToContainer = false;
  // The clean switch for the 172 KB of inline <style>, which a strict style-src refuses: dist/styles.css has them all.
  model.generateStylesheet = false;
  // The store of SVG icons has style attributes, which the same policy reports; our questions use none of the icons.
  model.needRenderIcons = false;
  model.css = CLASS_NAMES;
  model.requiredMark = requiredMark;
  model.questionErrorLocation = 'bottom';
  // what is typed is kept at once: somebody may close the page without leaving the field
  model.textUpdateMode = 'onTyping';
  // `elementIdPrefix` leaves out the ids of questions, panels and pages themselves.
  model.elementIdPrefix = `${idPrefix}-`;
  for (const page of model.pages) page.id = `${idPrefix}-page-${page.name}`;
  for (const panel of model.getAllPanels()) (panel as PanelModel).id = `${idPrefix}-part-${panel.name}`;
  for (const question of model.getAllQuestions()) question.id = `${idPrefix}-item-${question.name}`;
  model.data = { ...data };
  return model;
}
