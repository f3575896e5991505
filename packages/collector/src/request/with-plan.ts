import type { FormPlan } from '@peerscale/form';
import { createMiddleware } from 'hono/factory';
import type { Catalogue } from '../catalogue.ts';
import { problem } from '../problem.ts';
import { type PlannedInstrument, plannedInstruments } from './asked-form.ts';
import type { WordingEnv } from './with-wording.ts';

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
    const { plan, locales } = c.var.study;
    const planned = plan === undefined ? [] : plannedInstruments(plan, locales, catalogue);
    if (planned === undefined) return problem(c, 'study-unavailable');
    c.set('plan', plan);
    c.set('planned', planned);
    return next();
  });
}
