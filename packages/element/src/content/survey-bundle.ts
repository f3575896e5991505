import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';

/**
 * What the address in `src` answers with, as JSON: an instrument (or several, where a plan asks for them) with wording in
 * any number of languages, and the plan where the form has more parts than one instrument.
 */
export interface SurveyBundle {
  readonly instrument?: Instrument;
  readonly instruments?: readonly Instrument[];
  readonly textPacks: readonly TextPack[];
  readonly plan?: FormPlan;
}
