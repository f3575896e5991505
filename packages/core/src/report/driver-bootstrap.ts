import { type BootstrapFigure, bootstrapFigures } from '../drivers/index.ts';
import { type Moments, momentsOfColumns } from '../moments/index.ts';
import type { EstimateIntervalMethod, IntervalEnds } from './estimate.ts';

export interface DriverBootstrap {
  readonly method: 'bca' | 'percentile';
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
}

const methodOf = ({ method }: DriverBootstrap): EstimateIntervalMethod =>
  method === 'bca' ? 'bootstrap-bca' : 'bootstrap-percentile';

/** Figures of the moments with bootstrap intervals, of whole teams where there are some; one team cannot be drawn from. */
export function driverBootstrap(
  figures: (moments: Moments) => ArrayLike<number>,
  columns: readonly Float64Array[],
  teams: readonly string[] | undefined,
  bootstrap: DriverBootstrap,
): BootstrapFigure[] {
  if (teams !== undefined && new Set(teams).size < 2) {
    const none = { lower: NaN, upper: NaN, level: bootstrap.level, usable: 0 };
    return Array.from(figures(momentsOfColumns(columns)), (estimate) => ({ estimate, ...none }));
  }
  return bootstrapFigures(figures, columns, { ...bootstrap, ...(teams === undefined ? {} : { clusters: teams }) });
}

/** The ends of such an interval as an estimate takes them. */
export const bootstrapEnds = ({ lower, upper, level }: BootstrapFigure, bootstrap: DriverBootstrap): IntervalEnds => ({
  lower,
  upper,
  level,
  method: methodOf(bootstrap),
});
