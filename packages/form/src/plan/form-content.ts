import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan } from './form-plan.ts';

/** An instrument with its wording in the language shown. */
export interface InstrumentContent {
  readonly instrument: Instrument;
  readonly textPack: TextPack;
}

/** A plan with what it names: all that a form shows, in one language. */
export interface FormContent {
  readonly plan: FormPlan;
  /** by part id, for every instrument part */
  readonly instruments: Readonly<Record<string, InstrumentContent>>;
  /** the language of the questions, a BCP 47 tag */
  readonly locale: string;
}

/** What a form shows where there is no plan: one instrument as it is, its part called by the instrument's id. */
export function contentOfInstrument(instrument: Instrument, textPack: TextPack): FormContent {
  const { id, version } = instrument;
  return {
    plan: {
      format: 'peerscale/form-plan@1',
      id,
      version,
      parts: [{ kind: 'instrument', id, instrument: id, version }],
    },
    instruments: { [id]: { instrument, textPack } },
    locale: textPack.locale,
  };
}
