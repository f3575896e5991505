import type { SurveyBundle } from '@peerscale/element';
import { findInstrument, textPacksOf } from '@peerscale/instruments';
import { sampleBundle } from '../shared/sample/sample-bundle.ts';
import { SAMPLE_ID } from '../shared/sample/sample-id.ts';

/**
 * What `<peerscale-survey src>` asks for: a definition with its wording in every language there is; the sample form has a
 * plan too.
 *
 * @returns undefined where there is no such instrument, or no wording of it that may be handed out
 */
export function surveyBundle(id: string): SurveyBundle | undefined {
  if (id === SAMPLE_ID) return sampleBundle;
  const instrument = findInstrument(id);
  if (instrument === undefined) return undefined;
  const textPacks = textPacksOf(instrument);
  return textPacks.length === 0 ? undefined : { instrument, textPacks };
}
