import { mediation } from '../drivers/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { bootstrapEnds, type DriverBootstrap, driverBootstrap } from './driver-bootstrap.ts';
import type { DriverMediation, DriverVariable } from './drivers-report-types.ts';
import type { DriverRows } from './drivers-rows.ts';
import { estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

/** For each predictor how much of what it does goes by way of the mediator, the other predictors held. */
export function driverMediations(
  rows: DriverRows,
  outcome: DriverVariable,
  predictors: readonly DriverVariable[],
  mediator: DriverVariable,
  bootstrap: DriverBootstrap,
): DriverMediation[] {
  const sources = predictors.filter(({ id }) => id !== mediator.id);
  const columns = [outcome, mediator, ...sources].map((variable) => rows.columnOf(variable));
  const placesOf = (source: number) => ({
    outcome: 0,
    mediators: [1],
    predictor: source + 2,
    covariates: sources.flatMap((_, i) => (i === source ? [] : [i + 2])),
  });
  const moments = momentsOfColumns(columns);
  const indirect = driverBootstrap(
    (drawn) => sources.map((_, source) => mediation(drawn, placesOf(source)).totalIndirect),
    columns,
    rows.teams,
    bootstrap,
  );
  return sources.map((source, place) => {
    const { direct, total } = mediation(moments, placesOf(place));
    const found = indirect[place]!;
    const ends = bootstrapEnds(found, bootstrap);
    return {
      predictor: source.id,
      indirect: estimateOf(found.estimate, rows.n, 'product of coefficients, least squares', ends),
      direct: orNull(direct),
      total: orNull(total),
    };
  });
}
