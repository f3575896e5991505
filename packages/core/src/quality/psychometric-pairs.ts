import { pairwiseCorrelations, pairwiseMomentsOfColumns } from '../moments/index.ts';
import { packedIndex } from '../moments/moments.ts';
import { type AnswerColumns, correlationOfSeries, personsIn } from './answer-rows.ts';

/** Options of {@link psychometricPairs}. */
export interface PsychometricPairsOptions {
  /** `synonyms` (default): pairs that correlate above `cut`; `antonyms`: below `-cut` */
  readonly kind?: 'synonyms' | 'antonyms';
  /** default 0.6 */
  readonly cut?: number;
}

/** Consistency of each person over pairs of items that everybody else answers alike, or opposite. */
export interface PsychometricPairs {
  /** places of the items of each pair, the earlier item first */
  readonly pairs: readonly (readonly [number, number])[];
  /** within-person correlation over the pairs; NaN with fewer than three pairs answered, or no variation */
  readonly consistency: Float64Array;
}

/**
 * Psychometric synonyms or antonyms: pairs of items are found in the sample itself by their correlation; within one person
 * the answers to the first and to the second items of the pairs are correlated. Close to 1 for synonyms (-1 for antonyms)
 * in somebody who reads, near 0 in somebody who does not.
 *
 * @param columns as given; NaN is a missing answer. Correlations are over the persons who answered both items
 * @throws RangeError for columns of different lengths, or a cut outside 0 to 1
 * @see Meade & Craig (2012), doi:10.1037/a0028085
 * @example psychometricPairs([[1, 2, 5], [1, 3, 5], [5, 3, 1]], { kind: 'antonyms' }).pairs // [[0, 2], [1, 2]]
 */
export function psychometricPairs(
  columns: AnswerColumns,
  { kind = 'synonyms', cut = 0.6 }: PsychometricPairsOptions = {},
): PsychometricPairs {
  if (!(cut >= 0 && cut <= 1)) throw new RangeError(`Unexpected cut: ${cut}.`);
  const persons = personsIn(columns);
  const correlations = pairwiseCorrelations(pairwiseMomentsOfColumns(columns));
  const pairs: [number, number][] = [];
  for (let i = 0; i < columns.length; i++) {
    for (let j = i + 1; j < columns.length; j++) {
      const r = correlations[packedIndex(i, j)]!;
      if (kind === 'synonyms' ? r > cut : r < -cut) pairs.push([i, j]);
    }
  }
  const [first, second] = [new Float64Array(pairs.length), new Float64Array(pairs.length)];
  const consistency = Float64Array.from({ length: persons }, (_, person) => {
    pairs.forEach(([i, j], pair) => {
      first[pair] = columns[i]![person]!;
      second[pair] = columns[j]![person]!;
    });
    return correlationOfSeries(first, second);
  });
  return { pairs, consistency };
}
