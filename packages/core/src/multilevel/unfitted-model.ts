import type { FixedColumn, MixedModel, MixedModelIssue, RandomGroup } from './mixed-model-types.ts';

/** A model without figures, and the reason. */
export function unfittedModel(
  about: Pick<MixedModel, 'method' | 'degreesOfFreedom' | 'n' | 'excluded'> & { readonly level: number },
  fixed: readonly FixedColumn[],
  groups: readonly RandomGroup[],
  factors: readonly { readonly count: number }[],
  issues: readonly MixedModelIssue[],
): MixedModel {
  const { level, ...rest } = about;
  const none = { standardError: NaN, t: NaN, df: NaN, p: NaN, interval: { lower: NaN, upper: NaN, level } };
  const variance = { variance: NaN, sd: NaN, share: NaN };
  return {
    ...rest,
    fixed: fixed.map(({ name }) => ({ name, value: NaN, ...none })),
    terms: [],
    covariances: fixed.map(() => new Float64Array(fixed.length).fill(NaN)),
    groups: groups.map(({ name, slope }, g) => ({
      name,
      members: factors[g]!.count,
      ...variance,
      ...(slope === undefined
        ? {}
        : { slope: { name: slope.name, variance: NaN, sd: NaN, covariance: NaN, correlation: NaN } }),
    })),
    residual: variance,
    predicted: [],
    deviance: NaN,
    logLikelihood: NaN,
    parameters: NaN,
    aic: NaN,
    bic: NaN,
    singular: false,
    converged: false,
    iterations: 0,
    issues,
  };
}
