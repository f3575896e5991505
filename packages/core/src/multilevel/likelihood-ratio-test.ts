import { chiSquaredCdf } from '../distributions/index.ts';
import type { MixedModel } from './mixed-model-types.ts';

/** Two nested models compared. */
export interface LikelihoodRatioTest {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
  /**
   * p where one variance more is 0 under the smaller model: half of the chance lies on the boundary, so p alone is too
   * large. NaN where other parameters differ too.
   */
  readonly boundaryP: number;
}

/**
 * Likelihood-ratio test of two nested models on the same rows: chi-squared is the difference of their deviances. Models
 * with different fixed parts are compared by ML. For a variance, whose smallest value 0 is the hypothesis, `boundaryP` takes
 * the mixture of chi-squared with one degree of freedom less and with all of them.
 *
 * @param smaller a special case of `larger`
 * @throws RangeError for different numbers of rows or methods, REML with other fixed effects, and where `larger` has no
 *   more parameters
 * @see Stram & Lee (1994), doi:10.2307/2533455; agrees with R `anova(smaller, larger, refit = FALSE)`
 * @example
 * const team = [{ name: 'team', ids: [0, 0, 0, 1, 1, 1, 2, 2, 2] }];
 * const wave = [{ name: 'wave', values: [1, 2, 3, 1, 2, 3, 1, 2, 3] }];
 * const fit = (fixed) => mixedModel({ outcome: [3, 4, 5, 1, 2, 2, 4, 4, 5], fixed, groups: team }, { method: 'ML' });
 * likelihoodRatioTest(fit([]), fit(wave)).p // 0.001887
 */
export function likelihoodRatioTest(smaller: MixedModel, larger: MixedModel): LikelihoodRatioTest {
  if (smaller.n !== larger.n) throw new RangeError(`Unexpected rows: ${larger.n}, expected ${smaller.n}.`);
  if (smaller.method !== larger.method) {
    throw new RangeError(`Unexpected method: ${larger.method}, expected ${smaller.method}.`);
  }
  const names = (model: MixedModel): string =>
    JSON.stringify(model.fixed.filter(({ value }) => !Number.isNaN(value)).map(({ name }) => name));
  const sameFixed = names(smaller) === names(larger);
  if (smaller.method === 'REML' && !sameFixed) {
    throw new RangeError(`Unexpected method for different fixed effects: ${smaller.method}.`);
  }
  const df = larger.parameters - smaller.parameters;
  if (df <= 0)
    throw new RangeError(`Unexpected parameters: ${larger.parameters}, expected more than ${smaller.parameters}.`);
  const chiSquared = Math.max(smaller.deviance - larger.deviance, 0);
  const p = chiSquaredCdf(chiSquared, df, 'upper');
  const variances = ({ groups }: MixedModel): number =>
    groups.reduce((sum, { slope }) => sum + (slope === undefined ? 1 : 2), 0);
  const oneVariance = sameFixed && variances(larger) - variances(smaller) === 1;
  const less = df === 1 ? (chiSquared > 0 ? 0 : 1) : chiSquaredCdf(chiSquared, df - 1, 'upper');
  return { chiSquared, df, p, boundaryP: oneVariance ? (p + less) / 2 : NaN };
}
