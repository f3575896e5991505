/**
 * How people would answer who do not agree at all: evenly over the options, or drawn to one end of the response scale by
 * leniency, severity or politeness. The shapes are those of LeBreton & Senter (2008), table 2.
 */
export type NullDistribution = 'uniform' | 'triangular' | 'slight-skew' | 'moderate-skew' | 'heavy-skew';

// published for five options only; which end the skew is at does not change the variance
const SKEWED: Partial<Record<NullDistribution, readonly number[]>> = {
  'slight-skew': [0.05, 0.15, 0.2, 0.35, 0.25],
  'moderate-skew': [0, 0.1, 0.15, 0.4, 0.35],
  'heavy-skew': [0, 0, 0.1, 0.4, 0.5],
};

/**
 * The variance of answers by chance, with which within-group agreement compares. Options are one apart.
 *
 *   uniform     (A^2 - 1) / 12
 *   triangular  shares that rise by equal steps to the middle and fall again: (A - 1)(A + 3) / 24 for odd A,
 *               (A^2 + 2A - 2) / 24 for even A
 *   skewed      from published shares, for five options: 1.34 (slight), 0.90 (moderate), 0.44 (heavy)
 *
 * @param options number of options A, at least 2; or the share of people at each option, of any positive sum, for another
 *   response scale or another idea of chance
 * @param distribution default `uniform`; not used with shares
 * @throws RangeError for fewer than two options, a skewed distribution without published shares for so many options, or
 *   shares that are negative, not finite or all 0
 * @see James, Demaree & Wolf (1984), doi:10.1037/0021-9010.69.1.85; LeBreton & Senter (2008),
 *   doi:10.1177/1094428106296642 (its 1.32 for triangular comes from shares rounded to two digits; this is 1.333)
 * @example nullVariance(5) // 2
 * @example nullVariance(5, 'slight-skew') // 1.34
 */
export function nullVariance(options: number | readonly number[], distribution: NullDistribution = 'uniform'): number {
  if (typeof options !== 'number') return varianceOfShares(options);
  if (!Number.isInteger(options) || options < 2) throw new RangeError(`Unexpected number of options: ${options}.`);
  if (distribution === 'uniform') return (options * options - 1) / 12;
  if (distribution === 'triangular') {
    return options % 2 === 1 ? ((options - 1) * (options + 3)) / 24 : (options * options + 2 * options - 2) / 24;
  }
  const shares = SKEWED[distribution];
  if (shares === undefined) throw new RangeError(`Unexpected distribution: ${distribution}.`);
  if (options !== shares.length) {
    throw new RangeError(`Unexpected number of options with ${distribution}: ${options}; give the shares instead.`);
  }
  return varianceOfShares(shares);
}

function varianceOfShares(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.length < 2 || !shares.every((share) => share >= 0 && share < Infinity) || !(sum > 0 && sum < Infinity)) {
    throw new RangeError(`Unexpected shares: ${shares.join(', ')}.`);
  }
  const mean = shares.reduce((total, share, option) => total + (share / sum) * option, 0);
  return shares.reduce((total, share, option) => total + (share / sum) * (option - mean) ** 2, 0);
}
