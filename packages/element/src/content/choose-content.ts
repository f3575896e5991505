import { type FormContent, type FormPart, loadCode, type PlanText } from '@peerscale/form';
import type { Block } from '../questions/block.ts';
import { blocksOf } from '../questions/blocks-of.ts';
import { ContentError } from './content-error.ts';
import { contentOf, instrumentsOf, refuse } from './content-of.ts';
import type { SurveyBundle } from './survey-bundle.ts';

/** A form in one language, ready to be drawn. */
export interface ChosenContent {
  readonly content: FormContent;
  readonly blocks: readonly Block[];
  /** whether the bundle has a plan, and is not one instrument alone */
  readonly planned: boolean;
}

/**
 * The form in the language asked for; where none was, in that of the page if all its wording is there, else in the first
 * language that the bundle has whole.
 *
 * @param bundle what `src` answered with, or the element's properties: unchecked
 * @param wanted the `locale` attribute
 * @param ofPage the language of the element's surroundings, null where they say none
 * @throws ContentError for everything that keeps the form from being shown
 */
export async function chooseContent(
  bundle: unknown,
  wanted: string | null,
  ofPage: string | null,
): Promise<ChosenContent> {
  const checked = await withCodes(await shapeOf(bundle));
  const inLocale = (locale: string): ChosenContent => {
    const content = contentOf(checked, locale);
    return { content, blocks: blocksOf(content), planned: checked.plan !== undefined };
  };
  if (wanted !== null) return inLocale(wanted);
  let first: ContentError | undefined;
  for (const locale of new Set([...(ofPage === null ? [] : [ofPage]), ...localesOf(checked)])) {
    try {
      return inLocale(locale);
    } catch (error) {
      // Another language may do. The page's own is no more than a wish: that it is missing is not what went wrong.
      if (!(error instanceof ContentError) || error.code !== 'text-pack-missing-language') throw error;
      if (locale !== ofPage) first ??= error;
    }
  }
  throw first ?? new ContentError('text-pack-invalid', 'there is no text pack');
}

async function shapeOf(bundle: unknown): Promise<SurveyBundle> {
  if (typeof bundle !== 'object' || bundle === null) throw new ContentError('instrument-invalid', 'is no object');
  const { textPacks, instruments, plan } = bundle as SurveyBundle;
  if (!Array.isArray(textPacks)) throw new ContentError('text-pack-invalid', 'textPacks: is no list');
  if (instruments !== undefined && !Array.isArray(instruments)) {
    throw new ContentError('instrument-invalid', 'instruments: is no list');
  }
  if (instrumentsOf(bundle as SurveyBundle).length === 0 && plan === undefined) {
    throw new ContentError('instrument-invalid', 'instrument: is missing');
  }
  if (plan === undefined) return bundle as SurveyBundle;
  const { checkFormPlan } = await import('./check-plan.ts');
  const checked = checkFormPlan(plan);
  if (!checked.success) {
    const unsupported = checked.issues.some(({ code }) => code === 'unsupported-item');
    const problems = checked.issues.map(({ path, message }) => `plan.${path}: ${message}`);
    refuse(unsupported ? 'unsupported-item' : 'plan-invalid', problems);
  }
  return bundle as SurveyBundle;
}

/** A plan may leave the questions of a self-generated code to the default set, which is loaded when it is needed. */
async function withCodes(bundle: SurveyBundle): Promise<SurveyBundle> {
  const { plan } = bundle;
  if (plan === undefined || !plan.parts.some(({ kind }) => kind === 'code')) return bundle;
  const parts = plan.parts.map(
    async (part): Promise<FormPart> => (part.kind === 'code' ? { ...part, code: await loadCode(part) } : part),
  );
  return { ...bundle, plan: { ...plan, parts: await Promise.all(parts) } };
}

function localesOf({ textPacks, plan }: SurveyBundle): string[] {
  const ofPacks = textPacks.map((pack) => pack?.locale).filter((locale) => typeof locale === 'string');
  const texts: readonly PlanText[] = (plan?.parts ?? []).flatMap((part) =>
    'question' in part ? [part.question] : 'text' in part ? [part.text] : [],
  );
  return [...ofPacks, ...texts.flatMap((text) => Object.keys(text))];
}
