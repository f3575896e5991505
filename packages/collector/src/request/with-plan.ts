import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan, InstrumentPart } from '@peerscale/form';
import { createMiddleware } from 'hono/factory';
import type { Catalogue } from '../catalogue.ts';
import { problem } from '../problem.ts';
import type { WordingEnv } from './with-wording.ts';
import { wordingOf } from './with-wording.ts';

/** An instrument of a plan with its wording by locale. */
export interface PlannedInstrument {
  readonly part: InstrumentPart;
  readonly instrument: Instrument;
  readonly textPacks: ReadonlyMap<string, TextPack>;
}

export interface PlanEnv {
  Variables: WordingEnv['Variables'] & {
    /** undefined where the study is one instrument alone */
    plan: FormPlan | undefined;
    /** those that the plan names, in its order */
    planned: readonly PlannedInstrument[];
  };
}

/** Finds what the plan of the study names, where it has one. */
export function withPlan(catalogue: Catalogue) {
  return createMiddleware<PlanEnv>(async (c, next) => {
    const { study } = c.var;
    const planned: PlannedInstrument[] = [];
    for (const part of study.plan?.parts ?? []) {
      if (part.kind !== 'instrument') continue;
      const instrument = catalogue.findInstrument(part.instrument, part.version);
      const textPacks = instrument && wordingOf(catalogue, instrument, study.locales);
      if (textPacks === undefined) return problem(c, 'study-unavailable');
      planned.push({ part, instrument: instrument!, textPacks });
    }
    c.set('plan', study.plan);
    c.set('planned', planned);
    return next();
  });
}
