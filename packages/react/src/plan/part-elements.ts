import type { FormContent, FormMessages, FormPart, PlanText } from '@peerscale/form';
import { escapeHtml, planText } from '@peerscale/form/parts';
import type { Field } from '../survey/field.ts';
import { guardText } from '../survey/guard-text.ts';
import type { SurveyJsonElement } from '../survey/survey-json.ts';

/** A part that is no instrument, for SurveyJS. */
export function partElement(
  part: Exclude<FormPart, { kind: 'instrument' }>,
  { locale }: FormContent,
  fields: readonly Field[],
  texts: FormMessages,
): SurveyJsonElement {
  const raw = (text: PlanText): string => planText(text, locale).text;
  const say = (text: PlanText): string => guardText(raw(text));
  switch (part.kind) {
    case 'text': {
      const title = part.title === undefined ? '' : `<h2>${escapeHtml(raw(part.title))}</h2>`;
      return { type: 'html', name: part.id, html: guardText(`${title}<p>${escapeHtml(raw(part.text))}</p>`) };
    }
    case 'consent':
      return {
        type: 'checkbox',
        name: part.id,
        title: say(part.title),
        description: say(part.text),
        choices: [{ value: 'agree', text: part.agree === undefined ? guardText(texts.agree) : say(part.agree) }],
        isRequired: part.mustAgree,
        requiredErrorText: texts.agreeMissing,
      };
    case 'code': {
      const elements = fields.flatMap((field): SurveyJsonElement[] => {
        if (field.kind !== 'code' || field.part !== part) return [];
        const { question, hint } = field.element;
        const described = hint === undefined ? {} : { description: say(hint) };
        return [{ type: 'text', name: field.name, title: say(question), ...described, autocomplete: 'off' }];
      });
      return { type: 'panel', name: part.id, description: guardText(texts.codePrivacy), elements };
    }
    default:
      break;
  }
  const unit = part.kind === 'number' && part.unit !== undefined ? say(part.unit) : undefined;
  const hint = part.hint === undefined ? unit : `${say(part.hint)}${unit === undefined ? '' : ` (${unit})`}`;
  const question = {
    name: part.id,
    title: say(part.question),
    ...(hint !== undefined && { description: hint }),
    isRequired: part.required === true,
    requiredErrorText: texts.requiredMissing,
  };
  if (part.kind === 'choice') {
    const choices = part.options.map(({ value, text }) => ({ value, text: say(text) }));
    return { type: 'radiogroup', ...question, choices };
  }
  if (part.kind === 'long-text') return { type: 'comment', ...question, rows: 4, allowResize: false, autoGrow: true };
  // no "number" and no "maxLength": they lose, without a word, what somebody has typed
  return { type: 'text', ...question, autocomplete: 'off' };
}
