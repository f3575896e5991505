import { adjustedP } from '../change/index.ts';
import { regression } from '../drivers/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { driverFit } from './driver-test.ts';
import type { DriverModeration, DriverVariable } from './drivers-report-types.ts';
import type { DriverRows } from './drivers-rows.ts';
import { orNull } from './or-null.ts';

/**
 * For each predictor whether its slope depends on the moderator: one product at a time, all predictors and the moderator
 * held. The slope at a value of the moderator is the coefficient of the predictor with the moderator centred there, so that
 * it has the same robust standard error as everything else.
 */
export function driverModerations(
  rows: DriverRows,
  outcome: DriverVariable,
  predictors: readonly DriverVariable[],
  moderator: DriverVariable,
  level: number,
): DriverModeration[] {
  const y = rows.columnOf(outcome);
  const z = rows.columnOf(moderator);
  const places = valuesToLookAt(z);
  const found = predictors.map((predictor): DriverModeration => {
    const x = centredAt(rows.columnOf(predictor), meanOf(rows.columnOf(predictor)));
    const others = predictors
      .filter(({ id }) => id !== predictor.id && id !== moderator.id)
      .map((other) => rows.columnOf(other));
    const fitAt = (at: number) => {
      const moved = centredAt(z, at);
      return driverFit(y, [x, moved, x.map((value, row) => value * moved[row]!), ...others], rows.teams, level);
    };
    const moved = centredAt(z, meanOf(z));
    const moments = momentsOfColumns([y, x, moved, x.map((value, row) => value * moved[row]!), ...others]);
    const covered = others.map((_, i) => i + 4);
    const added =
      regression(moments, 0, [1, 2, 3, ...covered], level).rSquared -
      regression(moments, 0, [1, 2, ...covered], level).rSquared;
    return {
      predictor: predictor.id,
      product: fitAt(meanOf(z)).coefficients[2]!,
      adjustedP: null,
      addedRSquared: orNull(added),
      slopes: places.map((at) => ({ at, slope: fitAt(at).coefficients[0]! })),
    };
  });
  const p = adjustedP(
    found.map(({ product }) => product.p ?? NaN),
    'holm',
  );
  return found.map((moderation, place) => ({ ...moderation, adjustedP: orNull(p[place]!) }));
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const centredAt = (values: Float64Array, at: number): Float64Array => values.map((value) => value - at);

/** Both values of a two-valued moderator, else its mean and one standard deviation to both sides. */
function valuesToLookAt(values: Float64Array): number[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= 2) return distinct;
  const mean = meanOf(values);
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return [mean - sd, mean, mean + sd];
}
