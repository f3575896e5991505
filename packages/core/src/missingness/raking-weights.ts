/** One margin known of everybody who was asked: age groups, professions, teams. */
export interface RakingMargin {
  /** the category of each respondent */
  readonly categories: readonly string[];
  /** how many of those asked are in each category, as counts or shares; every category of the respondents is there */
  readonly targets: Readonly<Record<string, number>>;
}

export interface RakingOptions {
  /** weights to start from, one a respondent; default all 1 */
  readonly start?: ArrayLike<number>;
  /** largest share of any target that may be left over, default 1e-10 */
  readonly tolerance?: number;
  /** rounds over all margins, default 1,000 */
  readonly maximumIterations?: number;
  /** largest weight allowed, the mean weight being 1; larger ones are cut and the rest raked again. Default none */
  readonly largest?: number;
}

/** Weights that make the respondents look like those who were asked. */
export interface RakingWeights {
  /** one a respondent, their mean 1 */
  readonly weights: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  /** Kish's 1 + cv^2: how much larger the variance of a mean gets by weighting */
  readonly designEffect: number;
  /** n over the design effect: so many equally weighted respondents are as good */
  readonly effectiveN: number;
}

/**
 * Non-response weights by raking (iterative proportional fitting): the weights are multiplied, margin after margin, until
 * every margin of the respondents is that of everybody who was asked. They mend a bias as far as the margins tell who
 * answers; the price is the design effect. Targets are scaled to the respondents, so margins need not add up alike.
 *
 * @throws RangeError for margins of different lengths, a respondent's category without a target, a target that is negative,
 *   not finite, or above 0 in a category without respondents (no weight can stand for nobody: merge categories), start
 *   weights that are not positive, and a largest weight below 1
 * @see Deming & Stephan (1940), doi:10.1214/aoms/1177731829; Kish (1992), Weighting for unequal Pi. Journal of Official
 *   Statistics 8; agrees with R `survey::rake`
 * @example rakingWeights([{ categories: ['a', 'a', 'b'], targets: { a: 1, b: 1 } }]).weights // 0.75, 0.75, 1.5
 */
export function rakingWeights(
  margins: readonly RakingMargin[],
  { start, tolerance = 1e-10, maximumIterations = 1000, largest = Infinity }: RakingOptions = {},
): RakingWeights {
  const n = margins[0]?.categories.length ?? start?.length ?? 0;
  if (!(largest >= 1)) throw new RangeError(`Unexpected largest weight: ${largest}.`);
  if (start !== undefined && start.length !== n)
    throw new RangeError(`Unexpected start weights: ${start.length}, of ${n}.`);
  const prepared = margins.map((margin) => prepare(margin, n));
  const weights = Float64Array.from({ length: n }, (_, i) => start?.[i] ?? 1);
  for (const weight of weights) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`Unexpected start weight: ${weight}.`);
  }
  scaleTo(weights, n);
  let iterations = 0;
  let left = n === 0 ? 0 : Infinity;
  while (left > tolerance && iterations < maximumIterations) {
    for (const margin of prepared) rake(weights, margin);
    if (largest < Infinity) for (let i = 0; i < n; i++) weights[i] = Math.min(weights[i]!, largest);
    left = Math.max(0, ...prepared.map((margin) => leftOver(weights, margin)));
    iterations++;
  }
  scaleTo(weights, n);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return {
    weights,
    converged: left <= tolerance,
    iterations,
    designEffect: n === 0 ? NaN : squares / n,
    effectiveN: n === 0 ? 0 : (n * n) / squares,
  };
}

interface PreparedMargin {
  readonly places: Int32Array;
  /** sums the weights of each category should have; they add up to n */
  readonly targets: Float64Array;
}

function prepare({ categories, targets }: RakingMargin, n: number): PreparedMargin {
  if (categories.length !== n) throw new RangeError(`Unexpected margin: ${categories.length} respondents, of ${n}.`);
  const names = Object.keys(targets);
  const found = new Int32Array(names.length);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const places = Int32Array.from(categories, (category) => {
    const place = placeOf.get(category);
    if (place === undefined) throw new RangeError(`Unexpected category: ${category}, without a target.`);
    found[place]!++;
    return place;
  });
  const sum = Object.values(targets).reduce((total, target) => total + target, 0);
  return {
    places,
    targets: Float64Array.from(names, (name, place) => {
      const target = targets[name]!;
      const possible = target >= 0 && target < Infinity && target > 0 === found[place]! > 0;
      if (!possible) throw new RangeError(`Unexpected target of ${name}: ${target}, of ${found[place]} respondents.`);
      return (target / sum) * n;
    }),
  };
}

function sumsOf(weights: Float64Array, { places, targets }: PreparedMargin): Float64Array {
  const sums = new Float64Array(targets.length);
  for (let i = 0; i < weights.length; i++) sums[places[i]!]! += weights[i]!;
  return sums;
}

function rake(weights: Float64Array, margin: PreparedMargin): void {
  const factors = sumsOf(weights, margin).map((sum, place) => (sum > 0 ? margin.targets[place]! / sum : 1));
  for (let i = 0; i < weights.length; i++) weights[i]! *= factors[margin.places[i]!]!;
}

function leftOver(weights: Float64Array, margin: PreparedMargin): number {
  let most = 0;
  sumsOf(weights, margin).forEach((sum, place) => {
    const target = margin.targets[place]!;
    if (target > 0) most = Math.max(most, Math.abs(sum - target) / target);
  });
  return most;
}

function scaleTo(weights: Float64Array, n: number): void {
  const factor = n / weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) weights[i]! *= factor;
}
