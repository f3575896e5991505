import type { StudyResults } from '../../../api/results.ts';
import { type KeyedScale, scalesOf } from '../scale/scale-key.ts';

const OUTCOME = /burnout|satisfaction|exhaustion/;

/**
 * The scales that one asks "what goes along with it" about: burnout and satisfaction. The ones that sum a questionnaire up
 * come first: an id that says so, or the scale named like its questionnaire.
 */
export function outcomesOf(results: Pick<StudyResults, 'instruments'>): readonly KeyedScale[] {
  const rank = ({ scale }: KeyedScale) => (/^(burnout|overall|total|satisfaction)$/.test(scale.id) ? 0 : 1);
  return scalesOf(results)
    .filter(({ key, scale }) => OUTCOME.test(key) && scale.figure.status === 'shown')
    .toSorted((a, b) => rank(a) - rank(b));
}
