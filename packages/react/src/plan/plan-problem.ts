import type { FormPlan } from '@peerscale/form';
import { checkFormPlan, missingPlanTexts } from '@peerscale/form/parts';
import { ContentError } from '../content/content-error.ts';

/** Why a plan cannot be shown; null where it can. @param locale the language to show it in; null: any */
export function planProblem(plan: FormPlan, locale: string | null): ContentError | null {
  const checked = checkFormPlan(plan);
  if (!checked.success) {
    const unsupported = checked.issues.some(({ code }) => code === 'unsupported-item');
    const problems = checked.issues.slice(0, 5).map(({ path, message }) => `plan.${path}: ${message}`);
    return new ContentError(unsupported ? 'unsupported-item' : 'plan-invalid', problems.join('; '));
  }
  if (locale === null) return null;
  // words that somebody cannot read ask nothing and bind nobody; of the contacts another language is better than none
  const missing = missingPlanTexts(plan, locale).filter((path) => path.startsWith('parts.'));
  if (missing.length === 0) return null;
  return new ContentError('text-pack-missing-language', `${missing.join(', ')} of the plan not there in ${locale}`);
}
