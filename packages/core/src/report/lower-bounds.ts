import { guttmanLambdas, type SplitHalvesResult, tenBergeMu } from '../reliability/index.ts';
import type { CoefficientRow, CoefficientSource } from './coefficient-row.ts';

/** Guttman's lambda 1 to 6, the fourth from the split halves. */
export function lambdaRows({ scale: { moments } }: CoefficientSource, halves: SplitHalvesResult): CoefficientRow[] {
  const { lambda1, lambda2, lambda3, lambda5, lambda6 } = guttmanLambdas(moments);
  const { splits, exhaustive, flanaganRulon } = halves;
  const best = exhaustive ? `best of all ${splits} split halves` : `best of ${splits} split halves drawn at random`;
  const values = { 1: lambda1, 2: lambda2, 3: lambda3, 4: flanaganRulon.maximum, 5: lambda5, 6: lambda6 } as const;
  return ([1, 2, 3, 4, 5, 6] as const).map((number) => ({
    id: `guttman-lambda-${number}`,
    name: `Guttman's lambda ${number}`,
    value: values[number],
    method: number === 3 ? 'covariances; equals alpha' : number === 4 ? best : 'covariances',
    reference: 'guttman-1945',
  }));
}

/** The series of ten Berge and Zegers. */
export function muRows({ scale: { moments } }: CoefficientSource): CoefficientRow[] {
  const mu = tenBergeMu(moments);
  return ([0, 1, 2, 3] as const).map((order) => ({
    id: `ten-berge-mu-${order}`,
    name: `ten Berge and Zegers' mu ${order}`,
    value: mu[order],
    method: order === 0 ? 'covariances; equals alpha' : order === 1 ? 'covariances; equals lambda 2' : 'covariances',
    reference: 'ten-berge-zegers-1978',
  }));
}
