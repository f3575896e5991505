import { fCdf, studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { solvePositiveDefinite, symmetricEigen } from '../linalg/index.ts';
import type { FixedEffect, FixedTerm } from './mixed-model-types.ts';

/** How fixed effects are tested: covariances of the orthonormal columns, and degrees of freedom of contrasts of them. */
export interface FixedInference {
  readonly effects: Float64Array;
  /** rows of the covariance matrix; with Kenward-Roger the adjusted one */
  readonly covariances: readonly Float64Array[];
  readonly df: (contrast: Float64Array) => number;
  /** Kenward-Roger's F of several contrasts; without it they are combined from the df of each */
  readonly joint?: (contrasts: readonly Float64Array[]) => { readonly scaling: number; readonly df: number };
}

/** Value, t test and interval of one contrast. */
export function fixedEffect(
  inference: FixedInference,
  name: string,
  contrast: Float64Array,
  level: number,
): FixedEffect {
  const value = dot(contrast, inference.effects);
  const standardError = Math.sqrt(product(contrast, inference.covariances, contrast));
  const df = inference.df(contrast);
  const half = studentTQuantile(1 - (1 - level) / 2, df) * standardError;
  const t = value / standardError;
  return {
    name,
    value,
    standardError,
    t,
    df,
    p: 2 * studentTCdf(Math.abs(t), df, 'upper'),
    interval: { lower: value - half, upper: value + half, level },
  };
}

/**
 * F test that all contrasts are 0. Without Kenward-Roger after Fai and Cornelius: along the axes of the covariances, the
 * degrees of freedom such that F has the mean of the sum of independent squared t.
 *
 * @see Fai & Cornelius (1996), doi:10.1080/00949659608811740; agrees with R `lmerTest::contestMD`, `pbkrtest::KRmodcomp`
 */
export function fixedTerm(inference: FixedInference, name: string, contrasts: readonly Float64Array[]): FixedTerm {
  const q = contrasts.length;
  const packed: number[] = [];
  for (let i = 0; i < q; i++) {
    for (let j = 0; j <= i; j++) packed.push(product(contrasts[i]!, inference.covariances, contrasts[j]!));
  }
  const values = contrasts.map((contrast) => dot(contrast, inference.effects));
  let [f, denominatorDf] = [NaN, NaN];
  if (inference.joint) {
    const { scaling, df } = inference.joint(contrasts);
    const solved = solvePositiveDefinite(packed, values);
    f = solved === null ? NaN : (scaling * dot(Float64Array.from(values), solved)) / q;
    denominatorDf = df;
  } else {
    const eigen = symmetricEigen(packed, q);
    if (eigen !== null && q > 0) {
      const axes = eigen.vectors.map((vector) =>
        contrasts[0]!.map((_, i) => vector.reduce((sum, entry, c) => sum + entry * contrasts[c]![i]!, 0)),
      );
      f = axes.reduce((sum, axis, m) => sum + dot(axis, inference.effects) ** 2 / eigen.values[m]!, 0) / q;
      denominatorDf = jointDf(axes.map((axis) => inference.df(axis)));
    }
  }
  return { name, f, numeratorDf: q, denominatorDf, p: fCdf(f, q, denominatorDf, 'upper') };
}

function jointDf(each: readonly number[]): number {
  const q = each.length;
  if (q === 1 || each.every((df) => df === Infinity)) return each[0]!;
  if (each.every((df) => Math.abs(df - each[0]!) < 1e-8)) return each.reduce((sum, df) => sum + df / q, 0);
  if (each.some((df) => df <= 2)) return 2;
  const sum = each.reduce((total, df) => total + (df === Infinity ? 1 : df / (df - 2)), 0);
  return (2 * sum) / (sum - q);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function product(a: Float64Array, matrix: readonly Float64Array[], b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * dot(matrix[i]!, b);
  return sum;
}
