import { type Moments, packedIndex, packedLength } from './moments.ts';
import { regressOnAnswered } from './regress-on-answered.ts';

/**
 * The moments that the respondents of one pattern are expected to have in all k variables, given what they answered and
 * the current means and covariances (the E step): what they lack is predicted by regression, its residual covariance
 * added.
 *
 * @param answered indices of the variables in `moments`
 * @param covariances full k x k matrix of standardized variables
 */
export function completePattern(
  moments: Moments<'listwise'>,
  answered: readonly number[],
  means: Float64Array,
  covariances: Float64Array,
): Moments<'listwise'> {
  const k = means.length;
  if (answered.length === k) return moments;
  const has = new Set(answered);
  const lacking = Array.from(means.keys()).filter((i) => !has.has(i));
  const regression = regressOnAnswered(covariances, answered, k);
  const completeMeans = Float64Array.from(means);
  answered.forEach((variable, o) => (completeMeans[variable] = moments.means[o]!));
  const comoments = new Float64Array(packedLength(k));
  answered.forEach((a, o) => {
    for (let q = 0; q <= o; q++) comoments[packedIndex(a, answered[q]!)] = moments.comoments[packedIndex(o, q)]!;
  });
  for (const m of lacking) {
    const predicted = new Float64Array(answered.length); // co-moments of what m is predicted to be with the answered
    answered.forEach((a, o) => {
      const weight = regression[m * k + a]!;
      completeMeans[m]! += weight * (moments.means[o]! - means[a]!);
      for (let q = 0; q < answered.length; q++) predicted[q]! += weight * moments.comoments[packedIndex(o, q)]!;
    });
    answered.forEach((a, o) => (comoments[packedIndex(m, a)] = predicted[o]!));
    for (const other of lacking) {
      if (other > m) continue;
      let sum = moments.n * regression[m * k + other]!;
      answered.forEach((a, o) => (sum += predicted[o]! * regression[other * k + a]!));
      comoments[packedIndex(m, other)] = sum;
    }
  }
  return { missing: 'listwise', n: moments.n, means: completeMeans, comoments };
}
