import type { Moments } from '../moments/index.ts';
import { regression } from './regression.ts';

/** Where the variables of a mediation stand in the moments. */
export interface MediationPlaces {
  readonly outcome: number;
  readonly predictor: number;
  /** one or several side by side */
  readonly mediators: readonly number[];
  readonly covariates?: readonly number[];
}

/** How much of an association goes by way of mediators. */
export interface Mediation {
  /** predictor to each mediator */
  readonly a: readonly number[];
  /** each mediator to the outcome, predictor and other mediators held */
  readonly b: readonly number[];
  /** a times b of each mediator */
  readonly indirect: readonly number[];
  readonly totalIndirect: number;
  /** predictor to outcome, mediators held */
  readonly direct: number;
  /** predictor to outcome alone: direct + totalIndirect */
  readonly total: number;
}

/**
 * Mediation by one or several mediators side by side: does an unclear role tire people because it spoils their satisfaction?
 * Least squares throughout; covariates are held everywhere. For intervals repeat it in `bootstrapFigures`: a product is not
 * normal, so there is no standard error here.
 *
 *   bootstrapFigures((m) => mediation(m, places).indirect, columns, { clusters: teams })
 *
 * Answers of one time tell nothing of what comes first, and the order of cause is assumed, not found.
 *
 * @param moments over complete rows
 * @returns NaN where `regression` has no figure
 * @throws RangeError as `regression`, and without a mediator
 * @see MacKinnon, Lockwood & Williams (2004), doi:10.1207/s15327906mbr3901_4; Preacher & Hayes (2008),
 *   doi:10.3758/BRM.40.3.879; agrees with the coefficients of R `lm`
 * @example
 * const rows = [[1, 2, 2], [2, 2, 3], [3, 4, 3], [4, 3, 5], [5, 5, 5]];
 * mediation(momentsOf(rows), { outcome: 2, predictor: 0, mediators: [1] }).total // 0.8
 */
export function mediation(
  moments: Moments,
  { outcome, predictor, mediators, covariates = [] }: MediationPlaces,
): Mediation {
  if (mediators.length === 0) throw new RangeError(`Unexpected number of mediators: ${mediators.length}.`);
  const a = mediators.map(
    (mediator) => regression(moments, mediator, [predictor, ...covariates]).coefficients[0]!.value,
  );
  const full = regression(moments, outcome, [predictor, ...mediators, ...covariates]).coefficients;
  const b = mediators.map((_, i) => full[i + 1]!.value);
  const indirect = a.map((path, i) => path * b[i]!);
  return {
    a,
    b,
    indirect,
    totalIndirect: indirect.reduce((sum, value) => sum + value, 0),
    direct: full[0]!.value,
    total: regression(moments, outcome, [predictor, ...covariates]).coefficients[0]!.value,
  };
}
