import { Model } from 'survey-core';
import type { Answers } from '../record/answers.ts';
import { unguardText } from './guard-text.ts';
import type { SurveyJson } from './survey-json.ts';

type TextToProcess = Parameters<Model['processTextEx']>[0];

/** Takes the guard off again once SurveyJS has looked for placeholders, so that exactly the wording is on screen. */
class FormModel extends Model {
  override processTextEx(params: TextToProcess): ReturnType<Model['processTextEx']> {
    const processed = super.processTextEx(params);
    return { ...processed, text: unguardText(processed.text) };
  }
}

/**
 * Our own class names for what a form of radio groups is made of: the look then comes from `survey-form.css` alone and
 * native radio buttons stay native (forced colours, 200 percent zoom). Other question types keep SurveyJS's names.
 */
const CLASS_NAMES = {
  container: 'peerscale-survey-container',
  bodyContainer: 'peerscale-survey-columns',
  body: 'peerscale-survey-body',
  page: { root: 'peerscale-survey-page', content: 'peerscale-items' },
  row: 'peerscale-item-row',
  pageRow: '',
  elementWrapper: '',
  elementWrapperMinWidth: '',
  question: {
    mainRoot: 'peerscale-item',
    withFrame: '',
    answered: 'peerscale-item-answered',
    header: 'peerscale-item-header',
    headerTop: '',
    content: 'peerscale-item-content',
    title: 'peerscale-item-title',
    titleBar: 'peerscale-item-actions',
    titleTopRoot: '',
    titleOnAnswer: '',
    titleEmpty: '',
  },
  radiogroup: {
    root: 'peerscale-options',
    rootMobile: '',
    rootRow: '',
    item: 'peerscale-option',
    itemInline: '',
    itemHover: '',
    itemChecked: 'peerscale-option-checked',
    itemDisabled: 'peerscale-option-disabled',
    itemControl: 'peerscale-option-control',
    label: 'peerscale-option-label',
    controlLabel: 'peerscale-option-text',
    materialDecorator: '',
  },
};

/**
 * The SurveyJS model behind one mounted form. SurveyJS draws and keeps the questions; everything around them (header,
 * progress, sending) is ours.
 *
 * @param idPrefix put before every id: two forms on a page must not share one
 */
export function createModel(json: SurveyJson, idPrefix: string, answers: Answers): Model {
  const model = new FormModel(json);
  model.showTitle = false;
  model.showNavigationButtons = false;
  model.fitToContainer = false;
  // The clean switch for the 172 KB of inline <style>, which a strict style-src refuses: dist/styles.css has them all.
  model.generateStylesheet = false;
  // The store of SVG icons has style attributes, which the same policy reports; radio groups use none of the icons.
  model.needRenderIcons = false;
  model.css = CLASS_NAMES;
  // `elementIdPrefix` leaves out the ids of the question and the page itself.
  model.elementIdPrefix = `${idPrefix}-`;
  for (const page of model.pages) page.id = `${idPrefix}-page-${page.name}`;
  for (const question of model.getAllQuestions()) question.id = `${idPrefix}-item-${question.name}`;
  model.data = { ...answers };
  return model;
}
