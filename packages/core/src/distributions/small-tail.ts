/** Which end of a distribution a probability is counted from: `lower` is P(X <= x), `upper` is P(X > x). */
export type Tail = 'lower' | 'upper';

/** A series or fraction has converged when a step changes it by less than this. */
export const CONVERGED = 2 ** -51;

/** No series runs longer than this (a tenth of a second); it is reached by degrees of freedom beyond about 1e12. */
export const STEP_LIMIT = 1e7;

/**
 * The smaller tail of a distribution at a point: its probability is exp(logSlope) / hazard.
 *
 * Kept in two parts because a tail of 1e-5000 is still a good place to take a Newton step from. The point lies on the
 * tail's own side of the mean, so that the complement loses nothing to cancellation.
 */
export interface SmallTail {
  readonly tail: Tail;
  /** log of the density, per unit of the scale the distribution is solved on (log x, or the log odds of x) */
  readonly logSlope: number;
  /** density per unit of that scale over the probability of this tail */
  readonly hazard: number;
}

export function oppositeTail(tail: Tail): Tail {
  return tail === 'lower' ? 'upper' : 'lower';
}

/** The probability of the asked tail at the point. */
export function tailProbability(small: SmallTail, tail: Tail): number {
  const probability = Math.exp(small.logSlope) / small.hazard;
  return tail === small.tail ? probability : 1 - probability;
}
