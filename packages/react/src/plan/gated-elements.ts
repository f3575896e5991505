import type { FirstMessages, FormContent, FormMessages, InstrumentPart } from '@peerscale/form';
import { laterMessages } from '@peerscale/form/parts';
import type { Field } from '../survey/field.ts';
import { GATE } from '../survey/gate.ts';
import { guardText } from '../survey/guard-text.ts';
import type { SurveyJsonElement } from '../survey/survey-json.ts';
import { partElement } from './part-elements.ts';

/**
 * The parts of a plan for SurveyJS, in order: instruments under their headings; what comes after a consent that must be
 * given in a panel that opens with it.
 *
 * @param itemsOf the questions of an instrument
 */
export function gatedElements(
  content: FormContent,
  fields: readonly Field[],
  texts: FirstMessages,
  itemsOf: (part: InstrumentPart) => SurveyJsonElement[],
): SurveyJsonElement[] {
  const all: FormMessages = { ...laterMessages, ...texts };
  const elements: SurveyJsonElement[] = [];
  let open = elements;
  for (const part of content.plan.parts) {
    if (part.kind === 'instrument') {
      const { title, instructions } = content.instruments[part.id]!.textPack;
      const heading = { title: guardText(title), description: guardText(instructions) };
      open.push({ type: 'panel', name: part.id, ...heading, elements: itemsOf(part) });
    } else open.push(partElement(part, content, fields, all));
    if (part.kind !== 'consent' || !part.mustAgree) continue;
    const inside: SurveyJsonElement[] = [];
    open.push({ type: 'panel', name: `${GATE}${part.id}`, visibleIf: `{${part.id}} notempty`, elements: inside });
    open = inside;
  }
  return elements;
}
