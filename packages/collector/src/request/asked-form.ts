import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan, InstrumentPart } from '@peerscale/form';
import type { Catalogue } from '../catalogue.ts';
import { wordingOf } from './with-wording.ts';

/** An instrument of a plan with its wording by locale. */
export interface PlannedInstrument {
  readonly part: InstrumentPart;
  readonly instrument: Instrument;
  readonly textPacks: ReadonlyMap<string, TextPack>;
}

/** What people are asked: a plan with all that it names. */
export interface AskedForm {
  readonly plan: FormPlan;
  readonly locales: readonly string[];
  /** one for each instrument part, in the order of the plan */
  readonly planned: readonly PlannedInstrument[];
}

/** The instruments that a plan names, in its order; undefined where one, or its wording, is not installed. */
export function plannedInstruments(
  plan: Pick<FormPlan, 'parts'>,
  locales: readonly string[],
  catalogue: Catalogue,
): PlannedInstrument[] | undefined {
  const planned: PlannedInstrument[] = [];
  for (const part of plan.parts) {
    if (part.kind !== 'instrument') continue;
    const instrument = catalogue.findInstrument(part.instrument, part.version);
    const textPacks = instrument && wordingOf(catalogue, instrument, locales);
    if (instrument === undefined || textPacks === undefined) return undefined;
    planned.push({ part, instrument, textPacks });
  }
  return planned;
}
