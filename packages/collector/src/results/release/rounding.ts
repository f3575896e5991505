/** The nearest multiple of a step, as people would write it. */
export function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The same; null for what is no number. */
export const roundOrNull = (value: number | null, step: number): number | null =>
  value === null || Number.isNaN(value) ? null : roundTo(value, step);

/**
 * The step to which standard deviations are rounded before anything is made of them: a fortieth of the possible range. An
 * exact one beside a mean and a histogram is one more equation for single answers.
 */
export const spreadStep = ({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): number =>
  (maximum - minimum) / 40;

/**
 * Coefficients leave with three digits: all digits of alpha over six people are enough to try out which answers give it.
 */
export const COEFFICIENT_STEP = 0.001;
