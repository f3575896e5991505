import { completeRows } from './complete-rows.ts';
import { factorEquations } from './factor-equations.ts';
import { fitVariances, profiledDeviance } from './fit-variances.ts';
import { type FixedInference, fixedEffect, fixedTerm } from './fixed-tests.ts';
import { inverseOfCorner } from './inverse-of-corner.ts';
import { kenwardRoger } from './kenward-roger.ts';
import { mixedEquations } from './mixed-equations.ts';
import type {
  FixedColumn,
  MixedModel,
  MixedModelData,
  MixedModelIssue,
  MixedModelOptions,
} from './mixed-model-types.ts';
import { orthonormalColumns } from './orthonormal-columns.ts';
import { conditionalModes, predictedEffects } from './predicted-effects.ts';
import { preparedFactors } from './prepared-factors.ts';
import { satterthwaite } from './satterthwaite.ts';
import { unfittedModel } from './unfitted-model.ts';
import { varianceComponents } from './variance-components.ts';
import { varianceProducts } from './variance-products.ts';
import { varianceUncertainty } from './variance-uncertainty.ts';

/**
 * Linear mixed model: fixed effects, and normal effects of groups such as teams and persons, whose intercepts (and slopes)
 * vary around the fixed part. Groups may be nested, as persons in teams over waves, or crossed, as persons who move.
 *
 *   y = X beta + Z b + e,   b ~ N(0, sigma^2 Lambda Lambda'),   e ~ N(0, sigma^2)
 *
 * REML or maximum likelihood, by Newton's method on the deviance profiled over Lambda. The rows are summed up once into
 * products a member; a step costs the members, not the rows. Assumes normal effects and residuals, independent but for the
 * groups named, and values missing at random given the rest.
 *
 * @param data rows with NaN, or a negative id, are left out and counted
 * @returns figures NaN where there is no fit; `issues` says why
 * @throws RangeError for columns of different lengths, an infinite value, an id that is no whole number, no group, names
 *   used twice, a level outside 0 to 1, an unknown group to predict, Kenward-Roger with ML
 * @see Bates, Mächler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01; agrees with R `lme4::lmer`, `lmerTest`, `pbkrtest`
 * @example
 * const team = groupIds(['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c']).ids;
 * mixedModel({ outcome: [3, 4, 5, 1, 2, 2, 4, 4, 5], fixed: [], groups: [{ name: 'team', ids: team }] }).groups[0].share // 0.7761
 */
export function mixedModel(data: MixedModelData, options: MixedModelOptions = {}): MixedModel {
  const { method = 'REML', degreesOfFreedom = 'satterthwaite', level = 0.95, intercept = true } = options;
  const { groups } = data;
  const predict = options.predict ?? groups.map(({ name }) => name);
  checkNames(data, predict);
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (method !== 'REML' && degreesOfFreedom === 'kenward-roger') {
    throw new RangeError(`Unexpected method for Kenward-Roger: ${method}.`);
  }
  const constant: FixedColumn = { name: '(Intercept)', values: new Float64Array(data.outcome.length).fill(1) };
  const fixed = intercept ? [constant, ...data.fixed] : data.fixed;
  const complete = completeRows({ ...data, fixed });
  const { n, excluded } = complete;
  const columns = orthonormalColumns(complete.fixed, complete.outcome);
  const factors = preparedFactors(complete);
  const restricted = method === 'REML';
  const df = restricted ? n - columns.kept.length : n;
  const issues: MixedModelIssue[] = [];
  const none = (issue: MixedModelIssue): MixedModel =>
    unfittedModel({ method, degreesOfFreedom, n, excluded, level }, fixed, groups, factors, [...issues, issue]);
  if (n <= columns.kept.length) return none('too-few-rows');
  if (columns.kept.length < fixed.length) issues.push('collinear-columns');
  if (factors.some(({ count }) => count < 2)) return none('too-few-members');
  if (factors.some(({ count, slope, sd }) => count * (slope ? 2 : 1) >= n || sd === 0)) return none('not-identified');
  if (columns.length === 0) return none('no-residual-variance');

  const equations = mixedEquations(factors, [...columns.columns, columns.residuals]);
  if (explainedByGroups(equations)) return none('no-residual-variance');
  const fit = fitVariances(equations, n, restricted);
  const { theta, free, singular, flat, converged, iterations } = fit;
  if (singular) issues.push('singular');
  if (flat) issues.push('flat');
  if (!converged) issues.push('not-converged');

  const factored = factorEquations(equations, theta);
  const { corner } = factored;
  const size = columns.kept.length;
  const scaledSigma = corner[corner.length - 1]! / Math.sqrt(df);
  const sigma = scaledSigma * columns.length;
  const scaledEffects = effectsOf(corner, size);
  const effects = scaledEffects.map((value, i) => columns.leastSquares[i]! + value * columns.length);

  let inference: FixedInference;
  const squared = (matrix: readonly Float64Array[]) => matrix.map((row) => row.map((value) => value * sigma * sigma));
  if (degreesOfFreedom === 'kenward-roger') {
    const adjusted = kenwardRoger(varianceProducts(equations, n, theta, factored));
    const rows = Array.from({ length: size }, (_, i) => adjusted.covariances.slice(i * size, (i + 1) * size));
    inference = { effects, covariances: squared(rows), df: (l) => adjusted.test([l]).df, joint: adjusted.test };
  } else {
    const of =
      degreesOfFreedom === 'infinite' || size === 0
        ? () => Infinity
        : satterthwaite(equations, n, restricted, fit, scaledSigma);
    inference = { effects, covariances: squared(inverseOfCorner(corner, size)), df: of };
  }
  const contrastOf = new Map(columns.kept.map((place, i) => [place, columns.back[i]!]));
  const aliased = new Float64Array(size).fill(NaN);
  const contrasts = fixed.map((_, place) => contrastOf.get(place) ?? aliased);
  const termOf = ({ name, term }: FixedColumn): string => term ?? name;
  const terms = [...new Set(fixed.filter((column) => column !== constant).map(termOf))];

  const deviance =
    profiledDeviance(equations, n, restricted, theta) +
    2 * df * Math.log(columns.length) +
    (restricted ? 2 * columns.logDeterminant : 0);
  const parameters = size + free.length + 1;
  const means = Float64Array.from(columns.columns, (column) => column.reduce((sum, value) => sum + value, 0) / n);
  const fixedPart = {
    effects: scaledEffects,
    means,
    value: means.reduce((sum, value, i) => sum + value * effects[i]!, 0),
  };
  const modes = conditionalModes(equations, theta, factored, scaledEffects);
  const uncertainty = predict.length === 0 ? () => NaN : varianceUncertainty(equations, n, restricted, theta, factored);
  return {
    method,
    degreesOfFreedom,
    n,
    excluded,
    fixed: fixed.map(({ name }, place) => fixedEffect(inference, name, contrasts[place]!, level)),
    terms: terms.map((term) => {
      const own = contrasts.filter(
        (_, place) => fixed[place] !== constant && termOf(fixed[place]!) === term && contrastOf.has(place),
      );
      return fixedTerm(inference, term, own);
    }),
    covariances: contrasts.map((left) =>
      Float64Array.from(contrasts, (right) => {
        let sum = 0;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) sum += left[i]! * inference.covariances[i]![j]! * right[j]!;
        }
        return sum;
      }),
    ),
    ...varianceComponents(groups, factors, equations, theta, sigma),
    predicted: groups.flatMap(({ name }, place) =>
      predict.includes(name)
        ? predictedEffects(equations, theta, factored, modes, uncertainty, fixedPart, place, factors[place]!, {
            name,
            ids: complete.groups[place]!.ids,
            length: columns.length,
            sigma,
            df: n - size,
            level,
          })
        : [],
    ),
    deviance,
    logLikelihood: -deviance / 2,
    parameters,
    aic: deviance + 2 * parameters,
    bic: deviance + Math.log(n) * parameters,
    singular,
    converged,
    iterations,
    issues,
  };
}

function checkNames({ fixed, groups }: MixedModelData, predict: readonly string[]): void {
  if (groups.length === 0) throw new RangeError('Unexpected number of groups: 0.');
  for (const names of [fixed.map(({ name }) => name), groups.map(({ name }) => name)]) {
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new RangeError(`Unexpected name, used twice: ${twice}.`);
  }
  const unknown = predict.find((name) => !groups.some((group) => group.name === name));
  if (unknown !== undefined) throw new RangeError(`Unexpected group to predict: ${unknown}.`);
}

/** Whether hardly anything is left of the outcome when every member has its own effect. */
function explainedByGroups(equations: ReturnType<typeof mixedEquations>): boolean {
  const huge = equations.factors.flatMap(({ columns }) => (columns === 1 ? [1e5] : [1e5, 0, 1e5]));
  const { corner } = factorEquations(equations, Float64Array.from(huge));
  return !(corner[corner.length - 1]! ** 2 > 1e-9);
}

/** Effects of the orthonormal columns, from the last row of the corner. */
function effectsOf(corner: Float64Array, size: number): Float64Array {
  const effects = corner.slice((size * (size + 1)) / 2, (size * (size + 3)) / 2);
  for (let i = size - 1; i >= 0; i--) {
    effects[i]! /= corner[(i * (i + 3)) / 2]!;
    for (let j = 0; j < i; j++) effects[j]! -= corner[(i * (i + 1)) / 2 + j]! * effects[i]!;
  }
  return effects;
}
