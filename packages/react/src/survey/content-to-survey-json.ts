import { type FormContent, type FormMessages, type FormPart, type PlanText, planText } from '@peerscale/form';
import { escapeHtml } from './escape-html.ts';
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
 * @throws RangeError where a text pack lacks a wording
 */
export function contentToSurveyJson(
  content: FormContent,
  fields: readonly Field[],
  texts: FormMessages,
): SurveyFormJson {
  const elements: SurveyJsonElement[] = [];
  let open = elements;
  for (const part of content.plan.parts) {
    open.push(...elementsOf(part, content, fields, texts));
    if (part.kind !== 'consent' || !part.mustAgree) continue;
    const inside: SurveyJsonElement[] = [];
    open.push({ type: 'panel', name: `${GATE}${part.id}`, visibleIf: `{${part.id}} notempty`, elements: inside });
    open = inside;
  }
  return { locale: content.locale, pages: [{ name: 'items', elements }] };
}

function elementsOf(
  part: FormPart,
  { plan, instruments, locale }: FormContent,
  fields: readonly Field[],
  texts: FormMessages,
): SurveyJsonElement[] {
  const raw = (text: PlanText): string => planText(text, locale).text;
  const say = (text: PlanText): string => guardText(raw(text));
  const needed = (required: boolean | undefined, text: string) => ({
    isRequired: required === true,
    requiredErrorText: text,
  });
  switch (part.kind) {
    case 'instrument': {
      const { instrument, textPack } = instruments[part.id]!;
      const items = new Map(instrument.items.map((item) => [item.id, item]));
      const questions = fields.flatMap((field): SurveyJsonElement[] =>
        field.kind === 'item' && field.part === part
          ? [
              {
                ...itemQuestion(items.get(field.item)!, instrument, textPack),
                name: field.name,
                ...needed(part.required, texts.requiredMissing),
              },
            ]
          : [],
      );
      // the heading of an instrument alone stands above the form
      if (plan.parts.length === 1) return questions;
      const title = guardText(textPack.title);
      return [
        { type: 'panel', name: part.id, title, description: guardText(textPack.instructions), elements: questions },
      ];
    }
    case 'text': {
      const title = part.title === undefined ? '' : `<h2>${escapeHtml(raw(part.title))}</h2>`;
      return [{ type: 'html', name: part.id, html: guardText(`${title}<p>${escapeHtml(raw(part.text))}</p>`) }];
    }
    case 'consent':
      return [
        {
          type: 'checkbox',
          name: part.id,
          title: say(part.title),
          description: say(part.text),
          choices: [{ value: 'agree', text: part.agree === undefined ? guardText(texts.agree) : say(part.agree) }],
          ...needed(part.mustAgree, texts.agreeMissing),
        },
      ];
    case 'code': {
      const questions = fields.flatMap((field): SurveyJsonElement[] =>
        field.kind === 'code' && field.part === part
          ? [
              {
                type: 'text',
                name: field.name,
                title: say(field.element.question),
                ...(field.element.hint !== undefined && { description: say(field.element.hint) }),
                autocomplete: 'off',
              },
            ]
          : [],
      );
      return [{ type: 'panel', name: part.id, description: guardText(texts.codePrivacy), elements: questions }];
    }
    default:
      break;
  }
  const hint = part.hint === undefined ? undefined : say(part.hint);
  const unit = part.kind === 'number' && part.unit !== undefined ? say(part.unit) : undefined;
  const description = hint !== undefined && unit !== undefined ? `${hint} (${unit})` : (hint ?? unit);
  const question = {
    name: part.id,
    title: say(part.question),
    ...(description !== undefined && { description }),
    ...needed(part.required, texts.requiredMissing),
  };
  if (part.kind === 'choice') {
    const choices = part.options.map(({ value, text }) => ({ value, text: say(text) }));
    return [{ type: 'radiogroup', ...question, choices }];
  }
  if (part.kind === 'long-text') return [{ type: 'comment', ...question, rows: 4, allowResize: false, autoGrow: true }];
  // no "number" and no "maxLength": they lose, without a word, what somebody has typed
  return [{ type: 'text', ...question, autocomplete: 'off' }];
}
