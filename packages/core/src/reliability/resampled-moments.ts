import { type Moments, packedLength } from '../moments/moments.ts';
import type { DistinctRows } from './distinct-rows.ts';
import { dot } from './dot.ts';
import { resampledWeights } from './resampled-weights.ts';

/**
 * A maker of moments of samples of n respondents drawn with replacement. Two passes, as `momentsOfColumns`; only rows that
 * were drawn are weighed.
 */
export function resampledMoments(rows: DistinctRows, random: () => number): () => Moments {
  const { n, columns, counts } = rows;
  const k = columns.length;
  const resample = resampledWeights(rows, random);
  const drawn = new Uint32Array(counts.length);
  const weights = new Float64Array(counts.length);
  const deviations = columns.map(() => new Float64Array(counts.length));
  const weighted = new Float64Array(counts.length);
  const residues = new Float64Array(k);

  return () => {
    const times = resample();
    let m = 0;
    for (let row = 0; row < times.length; row++) {
      drawn[m] = row; // written over by the next row if this one was not drawn: no branch to guess wrong
      weights[m] = times[row]!;
      m += times[row]! > 0 ? 1 : 0;
    }
    const means = new Float64Array(k);
    const comoments = new Float64Array(packedLength(k));
    for (let i = 0, p = 0; i < k; i++) {
      const x = columns[i]!;
      const own = deviations[i]!;
      for (let at = 0; at < m; at++) own[at] = x[drawn[at]!]!;
      const mean = dot(weights, own, m) / n;
      for (let at = 0; at < m; at++) {
        const deviation = own[at]! - mean;
        own[at] = deviation;
        weighted[at] = weights[at]! * deviation;
      }
      // the rounding left in the mean, taken off the products instead of each deviation
      residues[i] = dot(weights, own, m) / n;
      means[i] = mean + residues[i]!;
      for (let j = 0; j <= i; j++) comoments[p++] = dot(weighted, deviations[j]!, m) - n * residues[i]! * residues[j]!;
    }
    return { missing: 'listwise', n, means, comoments };
  };
}
