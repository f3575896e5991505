import type { FirstMessages, FormContent, InstrumentPart } from '@peerscale/form';
import type { PlanTools } from '../loaders.ts';
import type { Field } from './field.ts';
import type { SurveyFormJson, SurveyJsonElement } from './survey-json.ts';
import { itemQuestion } from './to-survey-json.ts';

/**
 * A whole form as SurveyJS JSON: one page with everything in order. Wording is guarded as in `toSurveyJson`.
 *
 * @param fields of `fieldsOf`
 * @param tools null for one instrument alone, the heading of which stands above the form
 * @throws RangeError where a text pack lacks a wording
 */
export function contentToSurveyJson(
  content: FormContent,
  fields: readonly Field[],
  texts: FirstMessages,
  tools: PlanTools | null,
): SurveyFormJson {
  const itemsOf = (part: InstrumentPart): SurveyJsonElement[] => {
    const { instrument, textPack } = content.instruments[part.id]!;
    const items = new Map(instrument.items.map((item) => [item.id, item]));
    const needed = { isRequired: part.required === true, requiredErrorText: texts.requiredMissing };
    return fields.flatMap((field): SurveyJsonElement[] => {
      if (field.kind !== 'item' || field.part !== part) return [];
      return [{ ...itemQuestion(items.get(field.item)!, instrument, textPack), name: field.name, ...needed }];
    });
  };
  const [first] = content.plan.parts;
  const elements = tools?.gatedElements(content, fields, texts, itemsOf) ?? itemsOf(first as InstrumentPart);
  return { locale: content.locale, pages: [{ name: 'items', elements }] };
}
