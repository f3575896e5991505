import { symmetricEigen } from '../linalg/index.ts';
import { squareProduct, traceOfProduct } from './square-matrices.ts';
import type { VarianceProducts } from './variance-products.ts';

/**
 * How far the estimated (co)variances, the residual one as the last, are from the true ones: their covariances from the
 * expected information, in units of the squared residual variance. Directions that nothing is known of are left out.
 *
 * @param restricted of REML estimates, or of maximum likelihood
 */
export function covariancesOfVariances(
  { covariances: phi, single, double, traces }: VarianceProducts,
  restricted: boolean,
): Float64Array[] {
  const size = Math.sqrt(phi.length);
  const count = single.length;
  const phiSingle = single.map((p) => squareProduct(phi, p, size));
  const information: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      const known = restricted
        ? traceOfProduct(phiSingle[i]!, phiSingle[j]!, size) - 2 * traceOfProduct(phi, double[i]![j]!, size)
        : 0;
      information.push(traces[i]![j]! + known);
    }
  }
  return inverseOfInformation(information, count);
}

/** Twice the inverse of the information, on the scale of its diagonal. */
function inverseOfInformation(packed: readonly number[], size: number): Float64Array[] {
  const scales = Array.from({ length: size }, (_, i) => 1 / Math.sqrt(packed[(i * (i + 3)) / 2]!));
  const usable = scales.map((scale) => (Number.isFinite(scale) ? scale : 0));
  const scaled: number[] = [];
  for (let i = 0, p = 0; i < size; i++)
    for (let j = 0; j <= i; j++) scaled.push(packed[p++]! * usable[i]! * usable[j]!);
  const eigen = symmetricEigen(scaled, size);
  return usable.map((left, i) =>
    Float64Array.from(usable, (right, j) => {
      if (eigen === null) return NaN;
      let sum = 0;
      eigen.values.forEach((value, m) => {
        if (value > 1e-10 * eigen.values[0]!) sum += (2 * eigen.vectors[m]![i]! * eigen.vectors[m]![j]!) / value;
      });
      return sum * left * right;
    }),
  );
}
