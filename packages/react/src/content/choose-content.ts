import type { FormContent } from '@peerscale/form';
import { contentOfInstrument } from '@peerscale/form/answering';
import { ContentError } from './content-error.ts';
import type { SurveySource } from './survey-source.ts';
import { packsOf, textPackOf } from './text-pack-of.ts';

/**
 * What a form of one instrument consists of, in one language. What is wrong inside of the instrument or the text pack
 * comes to light when its questions are made (`contentToSurveyJson`).
 *
 * @throws ContentError where there is no instrument, or no wording for it; RangeError where it is none
 */
export function chooseContent(source: SurveySource): FormContent {
  const { instrument } = source;
  if (instrument == null) throw new ContentError('instrument-not-found', 'there is no instrument');
  if (!Array.isArray(instrument.items)) throw new RangeError('items: is no list.');
  return contentOfInstrument(instrument, textPackOf(instrument, packsOf(source), source.locale));
}

/** The same form with what the host says of scores and contacts in place of what the plan says. */
export function withHostWishes(content: FormContent, { showScores, helpContacts }: SurveySource): FormContent {
  const { showScores: planned, ...plan } = content.plan;
  const scores = showScores === true ? (planned ?? {}) : (showScores ?? planned);
  return {
    ...content,
    plan: {
      ...plan,
      ...(scores !== undefined && scores !== false && { showScores: scores }),
      ...(helpContacts !== undefined && { helpContacts }),
    },
  };
}
