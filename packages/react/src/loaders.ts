import { loadOnce } from './load-once.ts';

/** SurveyJS and what draws questions with it. */
export const engine = loadOnce(() => import('./survey/engine.ts'));
/** What a plan needs besides its instruments. */
export const planTools = loadOnce(() => import('./plan/index.ts'));
/** What keeps answers on the device. */
export const keeping = loadOnce(() => import('@peerscale/form/keeping'));
/** What stands below the questions and comes after them. */
export const ending = loadOnce(() => import('./ending/index.ts'));
/** What hands a record over to an endpoint, and shows how that goes. */
export const deliveryTools = loadOnce(() => import('./delivery/index.ts'));

export type PlanTools = typeof import('./plan/index.ts');

/**
 * Loads what draws questions, SurveyJS with it, which forms otherwise do when they are mounted: call it early where a form is about to be shown.
 *
 * @returns a promise that is rejected where it could not be loaded; the next call tries again
 */
export const preloadSurveyForm = (): Promise<void> => Promise.all([engine.load(), ending.load()]).then(() => undefined);
