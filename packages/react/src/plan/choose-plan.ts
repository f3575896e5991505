import type { FormContent, FormPlan, InstrumentContent } from '@peerscale/form';
import { askedItems, planOfBattery } from '@peerscale/form/parts';
import { ContentError } from '../content/content-error.ts';
import type { SurveySource } from '../content/survey-source.ts';
import { packsOf, textPackOf } from '../content/text-pack-of.ts';
import { planProblem } from './plan-problem.ts';
import { withCodes } from './with-codes.ts';

/**
 * Checks a plan or battery, and looks up what it consists of, in one language.
 *
 * @throws ContentError for everything that keeps the form from being shown
 */
export async function choosePlan(source: SurveySource): Promise<FormContent> {
  let content: FormContent;
  try {
    content = contentOf(source);
  } catch (error) {
    // whatever no check foresaw, it is the plan or what it names that is wrong
    throw error instanceof ContentError ? error : new ContentError('plan-invalid', String(error));
  }
  return withCodes(content);
}

function contentOf(source: SurveySource): FormContent {
  const plan = planOf(source);
  const packs = packsOf(source);
  const known = 'instruments' in source ? source.instruments : [];
  const locale = source.locale ?? packs[0]?.locale ?? firstLocale(plan);
  const instruments: Record<string, InstrumentContent> = {};
  for (const part of plan.parts) {
    if (part.kind !== 'instrument') continue;
    const instrument = known?.find(({ id, version }) => id === part.instrument && version === part.version);
    if (instrument === undefined) {
      const name = `${part.instrument}@${part.version}`;
      throw new ContentError('plan-invalid', `${name} is in the plan and not among the instruments`);
    }
    try {
      askedItems(instrument, part);
    } catch (error) {
      throw new ContentError('plan-invalid', `${part.id}: ${(error as RangeError).message}`);
    }
    instruments[part.id] = { instrument, textPack: textPackOf(instrument, packs, locale) };
  }
  const chosen = Object.values(instruments)[0]?.textPack.locale ?? locale;
  const problem = planProblem(plan, chosen);
  if (problem !== null) throw problem;
  return { plan, instruments, locale: chosen };
}

function planOf(source: SurveySource): FormPlan {
  let plan: FormPlan | undefined;
  try {
    plan = source.battery === undefined ? source.plan : planOfBattery(source.battery, source.respondents);
  } catch (error) {
    throw new ContentError('plan-invalid', String(error));
  }
  const problem = planProblem(plan as FormPlan, null);
  if (problem !== null) throw problem;
  return plan as FormPlan;
}

function firstLocale({ parts }: FormPlan): string {
  const texts = parts.flatMap((part) => ('question' in part ? [part.question] : 'text' in part ? [part.text] : []));
  return Object.keys(texts[0] ?? {})[0] ?? 'en';
}
