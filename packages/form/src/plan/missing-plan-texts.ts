import { messageLanguage } from '../messages/message-language.ts';
import type { FormPlan, PlanText } from './form-plan.ts';
import { hasPlanText } from './plan-text.ts';

/**
 * The wordings of a plan that are not there in a language, as paths ("parts.consent.title"): the check to run before a
 * study is opened in it.
 *
 * @example missingPlanTexts(plan, 'uk') // []
 */
export function missingPlanTexts(plan: FormPlan, locale: string): string[] {
  const missing: string[] = [];
  const look = (path: string, texts: PlanText | undefined): void => {
    if (texts !== undefined && !hasPlanText(texts, locale)) missing.push(path);
  };
  for (const part of plan.parts) {
    const path = `parts.${part.id}`;
    if (part.kind === 'consent') look(`${path}.agree`, part.agree);
    if (part.kind === 'consent' || part.kind === 'text') {
      look(`${path}.title`, part.title);
      look(`${path}.text`, part.text);
    }
    if ('question' in part) {
      look(`${path}.question`, part.question);
      look(`${path}.hint`, part.hint);
    }
    if (part.kind === 'number') look(`${path}.unit`, part.unit);
    if (part.kind === 'choice') for (const { value, text } of part.options) look(`${path}.options.${value}`, text);
    if (part.kind === 'code') {
      // the default set is in the languages of the interface
      if (part.code === undefined && messageLanguage(locale) === undefined) missing.push(path);
      for (const { id, question, hint } of part.code?.elements ?? []) {
        look(`${path}.${id}.question`, question);
        look(`${path}.${id}.hint`, hint);
      }
    }
  }
  look('helpContacts.title', plan.helpContacts?.title);
  look('helpContacts.text', plan.helpContacts?.text);
  return missing;
}
