import type { FirstMessages, FormContent } from '@peerscale/form';
import { useEffect, useMemo, useState } from 'react';
import { checkContent } from '../content/check-content.ts';
import { chooseContent, withHostWishes } from '../content/choose-content.ts';
import { ContentError } from '../content/content-error.ts';
import type { BatterySource, SurveySource } from '../content/survey-source.ts';
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
  texts: FirstMessages,
): {
  readonly ready: ReadyContent | null;
  readonly error: ContentError | null;
  /** tries again where something could not be loaded */
  readonly retry: (() => void) | null;
} {
  const { locale } = source;
  const { instruments, respondents } = source as Partial<BatterySource>;
  const instrument = useSame(source.instrument);
  const known = useSame(instruments);
  const plan = useSame(source.plan);
  const battery = useSame(source.battery);
  const textPack = useSame(source.textPack);
  const textPacks = useSame(source.textPacks);
  const showScores = useSame(source.showScores);
  const helpContacts = useSame(source.helpContacts);
  const given = useMemo(() => {
    const wording = { textPack, textPacks, locale, showScores, helpContacts };
    return { instrument, instruments: known, plan, battery, respondents, ...wording } as SurveySource;
  }, [instrument, known, plan, battery, respondents, textPack, textPacks, locale, showScores, helpContacts]);
  const isPlan = plan !== undefined || battery !== undefined;
  const { module: tools, failed, retry } = useLoaded(planTools, isPlan);
  const alone = useMemo(() => (isPlan ? null : attempt(() => chooseContent(given))), [given, isPlan]);
  const planned = usePlan(given, isPlan ? tools : null);
  const chosen = isPlan ? planned : alone;
  const made = useMemo(() => {
    if (chosen === null || chosen instanceof ContentError) return chosen;
    return attempt((): ReadyContent => {
      checkContent(chosen);
      const content = withHostWishes(chosen, given);
      const fields = fieldsOf(content);
      return { content, fields, json: contentToSurveyJson(content, fields, texts, tools), tools };
    });
  }, [chosen, given, texts, tools]);
  if (failed)
    return { ready: null, error: new ContentError('offline', 'what a plan needs could not be loaded'), retry };
  return made instanceof ContentError
    ? { ready: null, error: made, retry: null }
    : { ready: made, error: null, retry: null };
}

/** A plan, checked; null until it is. Of another wording of it, the last one stays in the meantime. */
function usePlan(given: SurveySource, tools: PlanTools | null): FormContent | ContentError | null {
  const [chosen, choose] = useState<{ readonly plan: unknown; readonly content: FormContent | ContentError } | null>(
    null,
  );
  const plan = given.plan ?? given.battery;
  useEffect(() => {
    if (tools === null) return;
    let stale = false;
    tools
      .choosePlan(given)
      .catch((error) => (error instanceof ContentError ? error : new ContentError('offline', String(error))))
      .then((content) => stale || choose({ plan, content }));
    return () => {
      stale = true;
    };
  }, [given, tools]);
  return tools !== null && chosen?.plan === plan ? chosen!.content : null;
}

/** What came to nothing, as the reason why: whatever no check foresaw, it is the wording or the definition that is wrong. */
function attempt<Value>(work: () => Value): Value | ContentError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContentError) return error;
    const message = String(error);
    return new ContentError(message.includes('The text pack') ? 'text-pack-invalid' : 'instrument-invalid', message);
  }
}
