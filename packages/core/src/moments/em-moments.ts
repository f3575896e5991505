import { completePattern } from './complete-pattern.ts';
import { mergeMoments } from './merge-moments.ts';
import { emptyMoments, type Moments, packedIndex, packedLength } from './moments.ts';
import type { ResponsePatterns } from './response-patterns.ts';

/** Maximum-likelihood moments of data with holes, and how they were reached. */
export interface EmMoments extends Moments<'em'> {
  /** maximum-likelihood covariances, packed lower triangle: divisor n, not n - 1 */
  readonly covariances: Float64Array;
  readonly iterations: number;
  /** false where the last step was still larger than the tolerance: read the figures with care */
  readonly converged: boolean;
}

export interface EmOptions {
  /** largest change of any mean or covariance, in standard deviations, that counts as none [1e-10] */
  readonly tolerance?: number;
  /** [10000] */
  readonly maximumIterations?: number;
}

/**
 * Means and covariances of k variables with holes by maximum likelihood for a multivariate normal distribution (EM over
 * the patterns of answered variables). Every answer counts. Assumes that answers are missing at random given those that
 * are there; for answers that are not normal the estimates stay consistent only if missing completely at random.
 *
 * `covariances` have divisor n, the number of respondents with at least one answer; `comoments` are n times them, so
 * estimators in which the divisor cancels can read them. Without holes they are the moments of the complete data.
 *
 * @returns NaN for a variable that nobody answered, for the covariance of two that nobody answered both (the data do not
 * tell it), and for everything where nobody answered anything. With fewer respondents than variables the likelihood may
 * have no maximum: `converged` is then often false.
 * @throws RangeError for a tolerance or number of iterations that is not positive
 * @see Dempster, Laird & Rubin (1977), doi:10.1111/j.2517-6161.1977.tb01600.x; Little & Rubin (2019),
 * doi:10.1002/9781119482260, chapter 11; agrees with R `lavaan` `missing = "ml"`, `lavInspect(fit, "sampstat")`
 * @example emMoments(responsePatternsOfColumns([[1, 2, 3], [2, NaN, 4]])).means // Float64Array [2, 3]
 */
export function emMoments(responses: ResponsePatterns, options: EmOptions = {}): EmMoments {
  const { tolerance = 1e-10, maximumIterations = 10_000 } = options;
  if (!(tolerance > 0)) throw new RangeError(`Unexpected tolerance: ${tolerance}.`);
  if (!(maximumIterations >= 1)) throw new RangeError(`Unexpected number of iterations: ${maximumIterations}.`);
  const k = responses.variables;
  const available = availableMoments(responses);
  const patterns = standardizedPatterns(responses, available);
  let means = new Float64Array(k);
  let covariances = new Float64Array(k * k);
  for (let i = 0; i < k; i++) covariances[i * k + i] = available.constant[i] ? 0 : 1;
  let iterations = 0;
  let step = Infinity;
  while (patterns.length > 0 && step > tolerance && iterations < maximumIterations) {
    let completed = emptyMoments(k);
    for (const { answered, moments } of patterns) {
      completed = mergeMoments(completed, completePattern(moments, answered, means, covariances));
    }
    const next = new Float64Array(k * k);
    step = 0;
    for (let i = 0; i < k; i++) {
      step = Math.max(step, Math.abs(completed.means[i]! - means[i]!));
      for (let j = 0; j < k; j++) {
        next[i * k + j] = completed.comoments[packedIndex(i, j)]! / completed.n;
        step = Math.max(step, Math.abs(next[i * k + j]! - covariances[i * k + j]!));
      }
    }
    means = Float64Array.from(completed.means);
    covariances = next;
    iterations++;
  }
  return inOriginalUnits(responses, available, { means, covariances, iterations, converged: step <= tolerance });
}

interface Available {
  readonly means: Float64Array;
  readonly scales: Float64Array;
  readonly constant: readonly boolean[];
}

/** Mean and standard deviation of each variable over the respondents who answered it: where EM starts. */
function availableMoments({ variables, patterns }: ResponsePatterns): Available {
  const single = Array.from({ length: variables }, () => emptyMoments(1));
  for (const [pattern, moments] of patterns) {
    answeredIn(pattern).forEach((variable, o) => {
      const mean = moments.means.subarray(o, o + 1);
      const comoments = moments.comoments.subarray(packedIndex(o, o), packedIndex(o, o) + 1);
      single[variable] = mergeMoments(single[variable]!, { missing: 'listwise', n: moments.n, means: mean, comoments });
    });
  }
  const deviations = single.map(({ n, comoments }) => Math.sqrt(comoments[0]! / Math.max(n, 1)));
  return {
    means: Float64Array.from(single, ({ means }) => means[0]!),
    scales: Float64Array.from(deviations, (deviation) => (deviation > 0 ? deviation : 1)),
    constant: deviations.map((deviation) => !(deviation > 0)),
  };
}

// one size for the tolerance and for what counts as collinear, whatever the units
function standardizedPatterns({ patterns }: ResponsePatterns, available: Available) {
  return Array.from(patterns, ([pattern, { n, means, comoments }]) => {
    const answered = answeredIn(pattern);
    const scale = answered.map((variable) => available.scales[variable]!);
    const standardized = new Float64Array(comoments.length);
    for (let i = 0, p = 0; i < scale.length; i++) {
      for (let j = 0; j <= i; j++, p++) standardized[p] = comoments[p]! / scale[i]! / scale[j]!;
    }
    const centred = means.map((mean, o) => (mean - available.means[answered[o]!]!) / scale[o]!);
    return { answered, moments: { missing: 'listwise', n, means: centred, comoments: standardized } as const };
  });
}

function inOriginalUnits(
  { variables: k, patterns }: ResponsePatterns,
  available: Available,
  found: Pick<EmMoments, 'means' | 'covariances' | 'iterations' | 'converged'>,
): EmMoments {
  let n = 0;
  const together = new Float64Array(packedLength(k));
  for (const [pattern, moments] of patterns) {
    n += moments.n;
    const answered = answeredIn(pattern);
    for (const i of answered) for (const j of answered) if (j <= i) together[packedIndex(i, j)]! += moments.n;
  }
  const covariances = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const covariance = found.covariances[i * k + j]! * available.scales[i]! * available.scales[j]!;
      covariances[p] = together[p] === 0 ? NaN : covariance;
    }
  }
  const means = found.means.map((mean, i) =>
    together[packedIndex(i, i)] === 0 ? NaN : available.means[i]! + mean * available.scales[i]!,
  );
  const comoments = covariances.map((covariance) => covariance * n);
  return { ...found, missing: 'em', n, means, comoments, covariances };
}

const answeredIn = (pattern: string): number[] =>
  Array.from(pattern).flatMap((mark, variable) => (mark === '1' ? [variable] : []));
