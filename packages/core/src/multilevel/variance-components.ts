import type { MixedEquations } from './mixed-equations.ts';
import type { MixedModel, RandomGroup, VarianceComponent } from './mixed-model-types.ts';
import type { PreparedFactor } from './prepared-factors.ts';

/** Variances in the units of the outcome, and the share of each level. */
export function varianceComponents(
  groups: readonly RandomGroup[],
  factors: readonly PreparedFactor[],
  equations: MixedEquations,
  theta: Float64Array,
  sigma: number,
): Pick<MixedModel, 'groups' | 'residual'> {
  const variance = sigma * sigma;
  const parts = equations.factors.map(({ columns, parameter }) => {
    const [a, b, c] = [theta[parameter]!, theta[parameter + 1]!, theta[parameter + 2]!];
    // the slope's column has mean 0 and mean square 1
    return columns === 1 ? { own: a * a, joint: 0, slope: 0 } : { own: a * a, joint: a * b, slope: b * b + c * c };
  });
  const total = parts.reduce((sum, { own, slope }) => sum + own + slope, 1);
  return {
    groups: groups.map(({ name, slope: column }, g): VarianceComponent => {
      const { own, joint, slope } = parts[g]!;
      const { count, mean, sd } = factors[g]!;
      const base = { name, members: count, share: (own + slope) / total };
      if (column === undefined) return { ...base, variance: own * variance, sd: Math.sqrt(own) * sigma };
      const at = -mean / sd; // where the column is 0
      const intercept = Math.max(own + 2 * at * joint + at * at * slope, 0);
      const covariance = (joint + at * slope) / sd;
      return {
        ...base,
        variance: intercept * variance,
        sd: Math.sqrt(intercept) * sigma,
        slope: {
          name: column.name,
          variance: (slope / sd / sd) * variance,
          sd: (Math.sqrt(slope) / sd) * sigma,
          covariance: covariance * variance,
          correlation: (covariance * sd) / Math.sqrt(intercept * slope),
        },
      };
    }),
    residual: { variance, sd: sigma, share: 1 / total },
  };
}
