import type { FormContent, FormMessages } from '@peerscale/form';
import { useEffect, useMemo, useState } from 'react';
import { chooseContent } from '../content/choose-content.ts';
import { ContentError } from '../content/content-error.ts';
import type { SurveySource } from '../content/survey-source.ts';
import { type PlanTools, planTools } from '../loaders.ts';
import { contentToSurveyJson } from '../survey/content-to-survey-json.ts';
import type { Field } from '../survey/field.ts';
import { fieldsOf } from '../survey/fields-of.ts';
import type { SurveyFormJson } from '../survey/survey-json.ts';
import { useLoaded } from './use-loaded.ts';
import { useSame } from './use-same.ts';

/** A form in one language, ready to be drawn. */
export interface ReadyContent {
  readonly content: FormContent;
  readonly fields: readonly Field[];
  readonly json: SurveyFormJson;
  /** null where there is no plan */
  readonly tools: PlanTools | null;
}

/**
 * What a form asks, checked; the same object as long as it says the same. `error` where it cannot be shown.
 *
 * @param texts of the interface, the same object as long as they say the same
 */
export function useFormContent(
  source: SurveySource,
  texts: FormMessages,
): {
  readonly ready: ReadyContent | null;
  /** what can be read of it already */
  readonly preview: FormContent | null;
  readonly error: ContentError | null;
  /** tries again where something could not be loaded */
  readonly retry: (() => void) | null;
} {
  const { locale } = source;
  const { instruments, respondents } = { instruments: undefined, respondents: undefined, ...source };
  const instrument = useSame(source.instrument);
  const known = useSame(instruments);
  const plan = useSame(source.plan);
  const battery = useSame(source.battery);
  const textPack = useSame(source.textPack);
  const textPacks = useSame(source.textPacks);
  const showScores = useSame(source.showScores);
  const helpContacts = useSame(source.helpContacts);
  const chosen = useMemo(() => {
    const wording = { textPack, textPacks, locale, showScores, helpContacts };
    const given = { instrument, instruments: known, plan, battery, respondents, ...wording } as SurveySource;
    return attempt(() => chooseContent(given));
  }, [instrument, known, plan, battery, respondents, textPack, textPacks, locale, showScores, helpContacts]);
  const bare = chosen instanceof ContentError ? null : chosen;
  const isPlan = plan !== undefined || battery !== undefined;
  const tools = useLoaded(planTools, isPlan);
  const checked = useChecked(bare, isPlan, tools.module);
  const content = isPlan ? checked : bare;
  const made = useMemo(() => {
    if (content === null || content instanceof ContentError) return content;
    return attempt((): ReadyContent => {
      const fields = fieldsOf(content);
      return { content, fields, json: contentToSurveyJson(content, fields, texts, tools.module), tools: tools.module };
    });
  }, [content, texts, tools.module]);
  const notLoaded = tools.failed ? new ContentError('offline', 'what a plan needs could not be loaded') : null;
  const error = [chosen, notLoaded, made].find((one) => one instanceof ContentError) ?? null;
  return {
    ready: error === null && !(made instanceof ContentError) ? made : null,
    preview: bare,
    error,
    retry: tools.failed ? tools.retry : null,
  };
}

/** A plan that has been found fit to be shown, with the questions of its codes; null until that is known. */
function useChecked(
  content: FormContent | null,
  isPlan: boolean,
  tools: PlanTools | null,
): FormContent | ContentError | null {
  const [checked, setChecked] = useState<{ readonly of: FormContent; readonly result: FormContent | ContentError }>();
  useEffect(() => {
    if (!isPlan || content === null || tools === null) return;
    const problem = tools.planProblem(content.plan, content.locale);
    if (problem !== null) {
      setChecked({ of: content, result: problem });
      return;
    }
    let stale = false;
    const tell = (result: FormContent | ContentError) => stale || setChecked({ of: content, result });
    tools
      .withCodes(content)
      .then(tell, (error) => tell(new ContentError('offline', `the questions of the code were not loaded: ${error}`)));
    return () => {
      stale = true;
    };
  }, [content, isPlan, tools]);
  return checked !== undefined && checked.of === content ? checked.result : null;
}

/** What came to nothing, as the reason why: whatever no check foresaw, it is the wording or the definition that is wrong. */
function attempt<Value>(work: () => Value): Value | ContentError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContentError) return error;
    const isWording = error instanceof RangeError && error.message.startsWith('The text pack');
    return new ContentError(isWording ? 'text-pack-invalid' : 'instrument-invalid', String(error));
  }
}
