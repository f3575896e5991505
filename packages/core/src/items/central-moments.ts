import { answersIn, type CategoryCounts } from './category-counts.ts';

/** Number, mean and central moments of the answers, the third and fourth in units of the largest deviation. */
export interface CentralMoments {
  readonly n: number;
  readonly mean: number;
  /** largest deviation from the mean: the unit of what follows */
  readonly unit: number;
  /** mean square, cube and fourth power of deviation / unit, divisor n; 0 or NaN where answers do not vary */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/** Two passes over the different codes. In units of the largest deviation powers neither overflow nor vanish. */
export function centralMoments(table: CategoryCounts): CentralMoments {
  const { codes, counts } = table;
  const n = answersIn(table);
  const mean = codes.reduce((sum, code, i) => sum + code * counts[i]!, 0) / n;
  // the rounding left in the mean, taken off: an exact shift
  const shift = codes.reduce((sum, code, i) => sum + (code - mean) * (counts[i]! / n), 0);
  const unit = codes.reduce((largest, code) => Math.max(largest, Math.abs(code - mean - shift)), 0);
  let [second, third, fourth] = [0, 0, 0];
  codes.forEach((code, i) => {
    const deviation = (code - mean - shift) / unit;
    const square = deviation * deviation;
    second += square * (counts[i]! / n);
    third += square * deviation * (counts[i]! / n);
    fourth += square * square * (counts[i]! / n);
  });
  return { n, mean: mean + shift, unit, second, third, fourth };
}
