import type { SurveyBundle } from '@peerscale/element';
import { sampleInstrument } from './instrument.ts';
import { samplePlan } from './plan.ts';
import { sampleTextPacks } from './text-packs.ts';

/** The sample form as `<peerscale-survey src>` gets it. */
export const sampleBundle: SurveyBundle = {
  instrument: sampleInstrument,
  textPacks: sampleTextPacks,
  plan: samplePlan,
};
