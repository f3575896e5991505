import { splitHalves } from '../reliability/index.ts';
import type { CoefficientRow, CoefficientSource } from './coefficient-row.ts';
import { factorRows, omegaRow } from './factor-coefficients.ts';
import { lambdaRows, muRows } from './lower-bounds.ts';
import { orNull } from './or-null.ts';
import type { ReliabilityCoefficient } from './report-types.ts';
import { smallestCount } from './scale-moments.ts';
import { errorRows, kuderRichardsonRows, splitHalfRows } from './test-theory-coefficients.ts';

/**
 * The coefficients of a scale beside its alpha: omega and the standard error of measurement, or with `all` every one
 * there is. Those that can be of covariances or of correlations are of covariances: the scale score adds answers, not
 * z-scores.
 */
export function reliabilityCoefficients(source: CoefficientSource, all: boolean): ReliabilityCoefficient[] {
  const rows = all ? allRows(source) : [omegaRow(source), ...errorRows(source).slice(0, 1)];
  const n = smallestCount(source.scale);
  return rows.map(({ id, name, value, interval = null, method, reference }) => {
    return { id, name, value: source.isEstimable ? orNull(value) : null, interval, n, method, reference };
  });
}

function allRows(source: CoefficientSource): CoefficientRow[] {
  const halves = splitHalves(source.scale.moments, { seed: source.request.seed });
  return [
    omegaRow(source),
    ...factorRows(source),
    ...lambdaRows(source, halves),
    ...muRows(source),
    ...kuderRichardsonRows(source),
    ...splitHalfRows(source, halves),
    ...errorRows(source),
  ];
}
