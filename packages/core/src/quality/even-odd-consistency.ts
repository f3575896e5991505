import { type AnswerColumns, correlationOfSeries, personsIn } from './answer-rows.ts';

/**
 * Even-odd consistency: each scale gives a mean of its even and of its odd items, and the correlation of the two over the
 * scales, within one person, is stepped up by Spearman-Brown to 2 r / (1 + r), not below -1. Somebody who reads answers
 * both halves of a scale alike. At least three scales of two items; below about ten it is coarse.
 *
 * @param scales keyed items of each scale, in the order of the form; NaN is a missing answer
 * @returns a number a person; NaN with fewer than three scales answered in both halves, and where all halves are alike
 * @throws RangeError for columns of different lengths
 * @see Johnson (2005), doi:10.1016/j.jrp.2004.09.009; Curran (2016), doi:10.1016/j.jesp.2015.07.006 (flag below 0.30)
 * @example evenOddConsistency([[[1], [1]], [[2], [3]], [[5], [4]]])[0] // 0.9424
 */
export function evenOddConsistency(scales: readonly AnswerColumns[]): Float64Array {
  const persons = personsIn(scales.flat());
  const odd = new Float64Array(scales.length);
  const even = new Float64Array(scales.length);
  return Float64Array.from({ length: persons }, (_, person) => {
    scales.forEach((columns, scale) => {
      odd[scale] = meanAnswer(columns, person, 0);
      even[scale] = meanAnswer(columns, person, 1);
    });
    const r = correlationOfSeries(odd, even);
    return r <= -1 ? -1 : Math.max(-1, (2 * r) / (1 + r));
  });
}

function meanAnswer(columns: AnswerColumns, person: number, first: 0 | 1): number {
  let [n, sum] = [0, 0];
  for (let item = first; item < columns.length; item += 2) {
    const answer = columns[item]![person]!;
    if (Number.isNaN(answer)) continue;
    n++;
    sum += answer;
  }
  return n === 0 ? NaN : sum / n;
}
