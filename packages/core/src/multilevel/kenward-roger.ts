import { squareProduct, traceOfProduct } from './square-matrices.ts';
import { covariancesOfVariances } from './variance-information.ts';
import type { VarianceProducts } from './variance-products.ts';

/** Adjusted covariances of fixed effects, and F tests that allow for variances being estimated. */
export interface KenwardRoger {
  /** over the residual variance, rows one after another */
  readonly covariances: Float64Array;
  /** of contrasts of the columns, one a row: how F is scaled, and its denominator degrees of freedom */
  readonly test: (contrasts: readonly Float64Array[]) => { readonly scaling: number; readonly df: number };
}

/**
 * Kenward and Roger's adjustment, for covariances that are linear in their parameters: Phi + 2 Phi U Phi, U = sum of W_ij
 * (Q_ij - P_i Phi P_j), W the inverse of the expected information of the (co)variances.
 *
 * @see Kenward & Roger (1997), doi:10.2307/2533558; Halekoh & Højsgaard (2014), doi:10.18637/jss.v059.i09; agrees with R
 *   `pbkrtest::vcovAdj`, `Lb_ddf`, `KRmodcomp`
 */
export function kenwardRoger(products: VarianceProducts): KenwardRoger {
  const { covariances: phi, single, double } = products;
  const size = Math.sqrt(phi.length);
  const count = single.length;
  const times = (a: Float64Array, b: Float64Array): Float64Array => squareProduct(a, b, size);
  const phiSingle = single.map((p) => times(phi, p));
  const w = covariancesOfVariances(products, true);
  const u = new Float64Array(size * size);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const product = times(single[i]!, phiSingle[j]!);
      for (let p = 0; p < u.length; p++) u[p]! += w[i]![j]! * (double[i]![j]![p]! - product[p]!);
    }
  }
  const change = times(times(phi, u), phi);
  const aroundPhi = phiSingle.map((p) => times(p, phi));
  const test = (contrasts: readonly Float64Array[]): { scaling: number; df: number } => {
    const q = contrasts.length;
    const theta = projection(contrasts, phi, size);
    const inside = aroundPhi.map((p) => times(theta, p));
    const alone = inside.map((matrix) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += matrix[i * size + i]!;
      return sum;
    });
    let [a1, a2] = [0, 0];
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        a1 += w[i]![j]! * alone[i]! * alone[j]!;
        a2 += w[i]![j]! * traceOfProduct(inside[i]!, inside[j]!, size);
      }
    }
    const b = (a1 + 6 * a2) / (2 * q);
    const g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
    const under = 3 * q + 2 * (1 - g);
    const [c1, c2, c3] = [g / under, (q - g) / under, (q + 2 - g) / under];
    const v = [1 + c1 * b, 1 - c2 * b, 1 - c3 * b].map((value) => (Math.abs(value) < 1e-10 ? 0 : value));
    const e = 1 - a2 / q;
    // 0 / 0 where both vanish stands for 1
    const ratio = v[1] === 0 && Math.abs(e) < 1e-10 ? 1 : e / v[1]!;
    const rho = (ratio * ratio * v[0]!) / v[2]! / q;
    const df = 4 + (q + 2) / (q * rho - 1);
    return { scaling: q === 1 || Math.abs(df - 2) < 0.01 ? 1 : (df * e) / (df - 2), df };
  };
  return { covariances: phi.map((value, p) => value + 2 * change[p]!), test };
}

/** L'(L Phi L')^-1 L for contrasts L. */
function projection(contrasts: readonly Float64Array[], phi: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  // contrasts made orthogonal under Phi, one after another
  const done: Float64Array[] = [];
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += a[i]! * phi[i * size + j]! * b[j]!;
    return sum;
  };
  for (const contrast of contrasts) {
    const rest = contrast.slice();
    for (const other of done) {
      const along = product(rest, other);
      for (let i = 0; i < size; i++) rest[i]! -= along * other[i]!;
    }
    const length = Math.sqrt(product(rest, rest));
    for (let i = 0; i < size; i++) rest[i]! /= length;
    done.push(rest);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) result[i * size + j]! += rest[i]! * rest[j]!;
  }
  return result;
}
