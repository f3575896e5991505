import type { Moments } from '../moments/moments.ts';
import { momentsOfColumns } from '../moments/moments-of-columns.ts';
import { seededRandom } from '../random/index.ts';

/** Options of {@link randomGroupResampling}. */
export interface RandomGroupOptions {
  /** how often all persons are dealt to groups of the real sizes, default 1,000 */
  readonly draws?: number;
  /** whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
}

/** Variance within the real groups beside that within groups made by chance. */
export interface RandomGroupResampling {
  /** groups of at least two, which are compared */
  readonly groups: number;
  /** mean over the real groups of their variance, divisor n - 1 */
  readonly observed: number;
  /** mean and standard deviation over all groups made by chance */
  readonly expected: number;
  readonly standardDeviation: number;
  /** (observed - expected) / (standardDeviation / sqrt(groups)): below about -1.96 the members agree beyond chance */
  readonly z: number;
  /** share of the draws whose mean variance is at most the observed one, itself counted in: a permutation test */
  readonly p: number;
  readonly draws: number;
}

/**
 * Random group resampling of agreement: would groups of the same sizes, dealt by chance from the same people, agree as
 * much? What agreement comes from everybody answering alike is not that of the teams.
 *
 * @param values one number a person, such as a scale score
 * @param groups the group of each person; groups of one are left out
 * @returns NaN for fewer than two groups of at least two, and z NaN where nobody differs
 * @throws RangeError for columns of different lengths, draws that are not a whole number from 1, or a wrong seed
 * @see Bliese & Halverson (1996), doi:10.1111/j.1559-1816.1996.tb02291.x; `z` as in R `multilevel::rgr.agree`, whose
 *   number of random groups is draws times groups
 * @example randomGroupResampling([1, 1, 5, 5, 3, 3], ['a', 'a', 'b', 'b', 'c', 'c']).observed // 0
 */
export function randomGroupResampling(
  values: ArrayLike<number>,
  groups: readonly string[],
  { draws = 1000, seed = 1 }: RandomGroupOptions = {},
): RandomGroupResampling {
  if (values.length !== groups.length) throw new RangeError(`Unexpected column length: ${values.length}.`);
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Unexpected draws: ${draws}.`);
  const random = seededRandom(seed);
  const members = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [values[row]!]);
    else known.push(values[row]!);
  });
  const compared = [...members.values()].filter(({ length }) => length > 1);
  if (compared.length < 2) {
    const none = { observed: NaN, expected: NaN, standardDeviation: NaN, z: NaN, p: NaN };
    return { groups: compared.length, ...none, draws };
  }
  const sizes = compared.map(({ length }) => length);
  const pool = Float64Array.from(compared.flat());
  const observedVariances = groupVariances(pool, sizes);
  const observed = meanOf(observedVariances);

  const variances = new Float64Array(draws * sizes.length);
  let asSmall = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(pool, random);
    const drawn = groupVariances(pool, sizes);
    variances.set(drawn, draw * sizes.length);
    if (meanOf(drawn) <= observed * (1 + 1e-12)) asSmall++;
  }
  const { n, means, comoments }: Moments = momentsOfColumns([variances]);
  const standardDeviation = Math.sqrt(comoments[0]! / (n - 1));
  return {
    groups: sizes.length,
    observed,
    expected: means[0]!,
    standardDeviation,
    z: (observed - means[0]!) / (standardDeviation / Math.sqrt(sizes.length)),
    p: asSmall / (draws + 1),
    draws,
  };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Variances of the first so many values, the next so many, and so on; two passes each, so that large means do no harm. */
export function groupVariances(values: Float64Array, sizes: readonly number[]): Float64Array {
  const variances = new Float64Array(sizes.length);
  let start = 0;
  for (let group = 0; group < sizes.length; group++) {
    const size = sizes[group]!;
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += values[i]!;
    const mean = sum / size;
    let squares = 0;
    for (let i = start; i < start + size; i++) squares += (values[i]! - mean) ** 2;
    variances[group] = squares / (size - 1);
    start += size;
  }
  return variances;
}

/** Every order equally likely (Fisher-Yates). */
function shuffle(values: Float64Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}
