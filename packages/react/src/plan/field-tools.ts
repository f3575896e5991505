import type { FirstMessages, QuestionValue } from '@peerscale/form';
import { hashSelfGeneratedCode, laterMessages } from '@peerscale/form/parts';
import type { FormController } from '../session/form-controller.ts';
import type { SurveyData } from '../survey/create-model.ts';
import type { Field } from '../survey/field.ts';
import { codeEntries, codeFields, lacksEntry } from './code-fields.ts';
import { partAnswer, partProblem, partRaw } from './part-value.ts';

/** A field of a plan that is no item of an instrument. */
export type PlanField = Exclude<Field, { kind: 'item' }>;

/** Hands what was chosen or typed in a field to the sitting: of a code its hashes alone. @param fields all of the form */
export function takeValue(
  controller: FormController,
  field: PlanField,
  fields: Iterable<Field>,
  value: unknown,
  data: SurveyData,
): void {
  const { id } = field.part;
  if (field.kind === 'value') {
    controller.answer(id, id, partAnswer(field.part, value));
    return;
  }
  const { code, key } = field.part;
  const entries = codeEntries(codeFields(fields, id), data);
  controller.answerCode(id, entries && hashSelfGeneratedCode(code!, entries, key));
}

/** What SurveyJS is to hold for an answer; undefined for a code, of which nothing is left but hashes. */
export const fieldRaw = (field: PlanField, answer: QuestionValue, locale: string): unknown =>
  field.kind === 'value' ? partRaw(field.part, answer, locale) : undefined;

/** What is wrong with what was typed in a field, in words for the person; null where nothing is. */
export function fieldProblem(
  field: PlanField,
  fields: Iterable<Field>,
  value: unknown,
  data: SurveyData,
  texts: FirstMessages,
  locale: string,
): string | null {
  const all = { ...laterMessages, ...texts };
  if (field.kind === 'value') return partProblem(field.part, value, all, locale);
  return lacksEntry(field, codeFields(fields, field.part.id), data) ? all.codeIncomplete : null;
}
