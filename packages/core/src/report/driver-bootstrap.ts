import { type BootstrapFigure, bootstrapFigures } from '../drivers/index.ts';
import type { Moments } from '../moments/index.ts';
import type { EstimateIntervalMethod, IntervalEnds } from './estimate.ts';

export interface DriverBootstrap {
  readonly method: 'bca' | 'percentile';
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
}

const methodOf = ({ method }: DriverBootstrap): EstimateIntervalMethod =>
  method === 'bca' ? 'bootstrap-bca' : 'bootstrap-percentile';

/** Figures of the moments with bootstrap intervals, of whole teams where there are some. */
export const driverBootstrap = (
  figures: (moments: Moments) => ArrayLike<number>,
  columns: readonly Float64Array[],
  teams: readonly string[] | undefined,
  bootstrap: DriverBootstrap,
): BootstrapFigure[] =>
  bootstrapFigures(figures, columns, { ...bootstrap, ...(teams === undefined ? {} : { clusters: teams }) });

/** The ends of such an interval as an estimate takes them. */
export const bootstrapEnds = ({ lower, upper, level }: BootstrapFigure, bootstrap: DriverBootstrap): IntervalEnds => ({
  lower,
  upper,
  level,
  method: methodOf(bootstrap),
});
