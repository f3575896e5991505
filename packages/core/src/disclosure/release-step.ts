import { type DisclosureRules, disclosureRules } from './disclosure-rules.ts';

export interface ReleaseStepOptions extends DisclosureRules {
  /** answers from which there are figures, default the minimum group size and never below it */
  readonly first?: number;
  /** answers that must have come in before the figures are made anew, default the minimum group size and never below it */
  readonly step?: number;
}

export interface ReleaseStep {
  /** answers, the first ones in the order in which they came, that figures are about now; 0: no figures yet */
  readonly released: number;
  /** number of answers at which the figures are made anew */
  readonly next: number;
}

/**
 * Of how many answers a page of live results may show figures. A page that is made anew with every answer tells, by the
 * figures before and after, what the last person answered. Here figures are about the first 5, 10, 15 ... answers, so that any
 * two looks differ by nobody or by as many people as the minimum; it needs no history, and everybody sees the same.
 *
 * Count the answers that are in the figure: where a scale is about those who answered all of its items, call it for each scale
 * with their number. It is for one group; where parts of a group have figures too, ask `guardRelease`. The last few answers of
 * a survey that ends between two steps stay out of what was shown live: a last look at all of them would be by those few.
 *
 * @param answers that have come in, in an order that never changes, and of which none is taken back
 * @throws RangeError for answers that are not a whole number from 0, a step or first figure below the minimum or not whole, or
 *   rules out of range
 * @example releaseStep(13) // { released: 10, next: 15 }
 */
export function releaseStep(answers: number, { first, step, ...rules }: ReleaseStepOptions = {}): ReleaseStep {
  const { minimumGroupSize } = disclosureRules(rules);
  const [from, by] = [first ?? minimumGroupSize, step ?? minimumGroupSize];
  if (!Number.isSafeInteger(answers) || answers < 0) throw new RangeError(`Unexpected number of answers: ${answers}.`);
  if (!(Number.isSafeInteger(from) && from >= minimumGroupSize))
    throw new RangeError(`Unexpected first figure: ${from}.`);
  if (!(Number.isSafeInteger(by) && by >= minimumGroupSize)) throw new RangeError(`Unexpected step: ${by}.`);
  if (answers < from) return { released: 0, next: from };
  const released = answers - ((answers - from) % by);
  return { released, next: released + by };
}
