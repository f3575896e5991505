import { packedIndex } from '../moments/index.ts';
import { averageVarianceExtracted, compositeReliability, omegaTotal } from '../reliability/index.ts';
import type { CoefficientRow, CoefficientSource } from './coefficient-row.ts';
import { statisticInterval } from './reliability-interval.ts';

/** Omega of the one-factor model, with an interval where one is drawn. */
export function omegaRow({ model, isEstimable, respondents, request }: CoefficientSource): CoefficientRow {
  const omega = compositeReliability(model.loadings, model.uniquenesses);
  return {
    id: 'omega-ml',
    name: "McDonald's omega",
    value: omega,
    interval: statisticInterval(omegaTotal, request, isEstimable && !Number.isNaN(omega) ? respondents : undefined),
    method: 'one factor, maximum likelihood',
    reference: 'mcdonald-1999',
  };
}

/** What else one factor says: omega by another estimator, and what is usual beside standardized loadings. */
export function factorRows({ scale: { moments }, model, isEstimable }: CoefficientSource): CoefficientRow[] {
  const standardized = model.loadings.map((loading, i) => loading / Math.sqrt(moments.comoments[packedIndex(i, i)]!));
  return [
    {
      id: 'omega-minres',
      name: "McDonald's omega (minres)",
      value: isEstimable ? omegaTotal(moments, { method: 'minres' }) : NaN,
      method: 'one factor, smallest squared residual correlations',
      reference: 'mcdonald-1999',
    },
    {
      id: 'composite-reliability',
      name: 'Composite reliability',
      value: compositeReliability(standardized),
      method: 'standardized loadings on one factor, maximum likelihood',
      reference: 'fornell-larcker-1981',
    },
    {
      id: 'average-variance-extracted',
      name: 'Average variance extracted',
      value: averageVarianceExtracted(standardized),
      method: 'standardized loadings on one factor, maximum likelihood',
      reference: 'fornell-larcker-1981',
    },
  ];
}
