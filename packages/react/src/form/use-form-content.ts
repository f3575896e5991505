import type { FormContent, FormMessages } from '@peerscale/form';
import { useEffect, useMemo, useState } from 'react';
import { chooseContent } from '../content/choose-content.ts';
import { ContentError } from '../content/content-error.ts';
import { lacksCodes, withCodes } from '../content/load-codes.ts';
import type { SurveySource } from '../content/survey-source.ts';
import { contentToSurveyJson } from '../survey/content-to-survey-json.ts';
import type { Field } from '../survey/field.ts';
import { fieldsOf } from '../survey/fields-of.ts';
import type { SurveyFormJson } from '../survey/survey-json.ts';
import { useSame } from './use-same.ts';

/** A form in one language, ready to be drawn. */
export interface ReadyContent {
  readonly content: FormContent;
  readonly fields: readonly Field[];
  readonly json: SurveyFormJson;
}

/**
 * What a form asks, checked; the same object as long as it says the same. `error` where it cannot be shown.
 *
 * @param texts of the interface, the same object as long as they say the same
 */
export function useFormContent(
  source: SurveySource,
  texts: FormMessages,
): { readonly ready: ReadyContent | null; readonly error: ContentError | null } {
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
  const [coded, setCoded] = useState<{ readonly of: FormContent; readonly content: FormContent | ContentError } | null>(
    null,
  );
  const bare = chosen instanceof ContentError ? null : chosen;
  const lacking = bare !== null && lacksCodes(bare);
  useEffect(() => {
    if (!lacking) return;
    let stale = false;
    void withCodes(bare).then(
      (content) => stale || setCoded({ of: bare, content }),
      (error) => {
        const problem = new ContentError('instrument-not-found', `the questions of the code were not loaded: ${error}`);
        if (!stale) setCoded({ of: bare, content: problem });
      },
    );
    return () => {
      stale = true;
    };
  }, [bare, lacking]);
  const content = lacking ? (coded?.of === bare ? coded.content : null) : bare;
  const made = useMemo(() => {
    if (content === null || content instanceof ContentError) return content;
    return attempt((): ReadyContent => {
      const fields = fieldsOf(content);
      return { content, fields, json: contentToSurveyJson(content, fields, texts) };
    });
  }, [content, texts]);
  if (chosen instanceof ContentError) return { ready: null, error: chosen };
  return made instanceof ContentError ? { ready: null, error: made } : { ready: made, error: null };
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
