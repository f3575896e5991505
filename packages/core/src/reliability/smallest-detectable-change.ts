import { normalQuantile } from '../distributions/index.ts';

/**
 * Smallest detectable change: the difference between two measurements of one person, or of the mean of a group, that
 * exceeds what measurement error alone would bring with probability 1 - level,
 *
 *   individual: z sqrt(2) SEM,   group: z sqrt(2) SEM / sqrt(groupSize)
 *
 * The errors of the two measurements are taken as independent and of equal size.
 *
 * @param standardErrorOfMeasurement in units of the score (`standardErrorOfMeasurement`)
 * @param groupSize people whose mean is compared, default 1: one person
 * @param level default 0.95
 * @returns NaN for a negative or missing standard error
 * @throws RangeError for a group size below 1 or a level outside 0 to 1
 * @see de Vet, Terwee, Knol & Bouter (2006), doi:10.1016/j.jclinepi.2005.10.015; Terwee et al. (2007),
 * doi:10.1016/j.jclinepi.2006.03.012; R `qnorm(.975) * sqrt(2) * sem / sqrt(groupSize)`
 * @example smallestDetectableChange(2) // 5.5436
 */
export function smallestDetectableChange(standardErrorOfMeasurement: number, groupSize = 1, level = 0.95): number {
  if (!(groupSize >= 1)) throw new RangeError(`Unexpected group size: ${groupSize}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(standardErrorOfMeasurement >= 0)) return NaN;
  return normalQuantile((1 - level) / 2, 0, 1, 'upper') * Math.sqrt(2 / groupSize) * standardErrorOfMeasurement;
}
