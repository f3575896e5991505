import type { FormContent, FormMessages, InstrumentPart } from '@peerscale/form';
import type { PlanTools } from '../loaders.ts';
import type { Field } from './field.ts';
import { GATE } from './gate.ts';
import { guardText } from './guard-text.ts';
import type { SurveyFormJson, SurveyJsonElement } from './survey-json.ts';
import { itemQuestion } from './to-survey-json.ts';

/**
 * A whole form as SurveyJS JSON: one page with everything in order. What comes after a consent that must be given is in a
 * panel that opens with it. Wording is guarded as in `toSurveyJson`.
 *
 * @param fields of `fieldsOf`
 * @param tools only a form of one instrument does without
 * @throws RangeError where a text pack lacks a wording
 */
export function contentToSurveyJson(
  content: FormContent,
  fields: readonly Field[],
  texts: FormMessages,
  tools: PlanTools | null,
): SurveyFormJson {
  const elements: SurveyJsonElement[] = [];
  let open = elements;
  for (const part of content.plan.parts) {
    if (part.kind === 'instrument') open.push(...instrumentElements(part, content, fields, texts));
    else if (tools !== null) open.push(tools.partElement(part, content, fields, texts));
    if (part.kind !== 'consent' || !part.mustAgree) continue;
    const inside: SurveyJsonElement[] = [];
    open.push({ type: 'panel', name: `${GATE}${part.id}`, visibleIf: `{${part.id}} notempty`, elements: inside });
    open = inside;
  }
  return { locale: content.locale, pages: [{ name: 'items', elements }] };
}

function instrumentElements(
  part: InstrumentPart,
  { plan, instruments }: FormContent,
  fields: readonly Field[],
  texts: FormMessages,
): SurveyJsonElement[] {
  const { instrument, textPack } = instruments[part.id]!;
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const needed = { isRequired: part.required === true, requiredErrorText: texts.requiredMissing };
  const elements = fields.flatMap((field): SurveyJsonElement[] => {
    if (field.kind !== 'item' || field.part !== part) return [];
    return [{ ...itemQuestion(items.get(field.item)!, instrument, textPack), name: field.name, ...needed }];
  });
  // the heading of an instrument alone stands above the form
  if (plan.parts.length === 1) return elements;
  const description = guardText(textPack.instructions);
  return [{ type: 'panel', name: part.id, title: guardText(textPack.title), description, elements }];
}
