import { momentsOfColumns } from '../moments/index.ts';
import { type AnswerColumns, personsIn } from './answer-rows.ts';
import { evenOddConsistency } from './even-odd-consistency.ts';
import { intraIndividualVariability } from './intra-individual-variability.ts';
import { mahalanobisDistances } from './mahalanobis-distances.ts';
import { missingShares } from './missing-shares.ts';
import { psychometricPairs } from './psychometric-pairs.ts';
import { runsOfAnswers } from './runs-of-answers.ts';
import { secondsPerItem } from './seconds-per-item.ts';

export type QualityIndex =
  | 'longest-run'
  | 'intra-individual-variability'
  | 'even-odd-consistency'
  | 'psychometric-synonyms'
  | 'psychometric-antonyms'
  | 'mahalanobis'
  | 'seconds-per-item'
  | 'missing-share';

/** One index over all persons, with its cut and whom it flags. */
export interface QualityMeasure {
  readonly index: QualityIndex;
  readonly values: Float64Array;
  /** a value beyond it is flagged: above for `above`, below for `below` */
  readonly cut: number;
  readonly flagged: 'above' | 'below';
  /** 1 where the person is flagged; a NaN is never flagged */
  readonly flags: Uint8Array;
  /** author and year of the index or its cut, with DOI */
  readonly reference: string;
}

export interface AnswerQuality {
  readonly persons: number;
  readonly measures: readonly QualityMeasure[];
  /** how many measures flag each person */
  readonly flagCounts: Uint8Array;
}

/** What `answerQuality` reads. */
export interface AnswerQualityInput {
  /** as given, in the order of the form; NaN is a missing answer */
  readonly items: AnswerColumns;
  /** keyed items of each scale, for even-odd consistency */
  readonly scales?: readonly AnswerColumns[];
  /** seconds from the first sight of the form to sending it */
  readonly seconds?: ArrayLike<number>;
  /** other cuts than the defaults */
  readonly cuts?: Partial<Record<QualityIndex, number>>;
  /** what even-odd consistency needs, where not ten scales of four items */
  readonly evenOdd?: Partial<EvenOddNeeds>;
}

/** From where on even-odd consistency says something about a person: it is left out below. */
export interface EvenOddNeeds {
  /** scales that are long enough: a person's correlation has as many points; default 10, never below 3 */
  readonly scales: number;
  /** items of such a scale; default 4, so that each half is a mean and no single answer; never below 2 */
  readonly items: number;
}

/** Ten scales of four items: see `answerQuality` for the reason. */
export const EVEN_ODD_NEEDS: EvenOddNeeds = { scales: 10, items: 4 };

/**
 * All indices of careless answering that the data allow, each with its reference and cut. A flag deletes nobody: one index
 * alone has many honest reasons, so look at who is flagged by two or more, and report results with and without them
 * (`personsWithout`).
 *
 * Defaults: longest run above half of the items; variability below 0.1 of a step; even-odd below 0.30; synonyms below 0
 * and antonyms above 0; Mahalanobis p below 0.001; under two seconds an item; more than half of the answers missing.
 * Even-odd consistency is left out with fewer than ten scales of four items: with five, chance alone would put below the cut
 * about one in six of those whose halves go together by 0.70. Synonyms and antonyms are left out where the sample has fewer than three such pairs, the longest run with fewer than three
 * items unless a cut is given.
 *
 * @throws RangeError for columns of different lengths
 * @see Meade & Craig (2012), doi:10.1037/a0028085; Curran (2016), doi:10.1016/j.jesp.2015.07.006
 * @example answerQuality({ items: [[3, 1], [3, 5], [3, 2], [3, 4]] }).flagCounts // 2, 0
 */
export function answerQuality({ items, scales = [], seconds, cuts = {}, evenOdd }: AnswerQualityInput): AnswerQuality {
  const persons = personsIn(items);
  const measures: QualityMeasure[] = [];
  const add = (
    index: QualityIndex,
    values: Float64Array,
    flagged: 'above' | 'below',
    standard: number,
    reference: string,
  ): void => {
    const cut = cuts[index] ?? standard;
    const flags = Uint8Array.from(values, (value) => Number(flagged === 'above' ? value > cut : value < cut));
    measures.push({ index, values, cut, flagged, flags, reference });
  };
  // of one or two items the half is what everybody has who gave any answer, or two alike
  if (items.length >= 3 || cuts['longest-run'] !== undefined) {
    add('longest-run', runsOfAnswers(items).longest, 'above', items.length / 2, CURRAN);
  }
  add('intra-individual-variability', intraIndividualVariability(items), 'below', 0.1, DUNN);
  const needs = { ...EVEN_ODD_NEEDS, ...evenOdd };
  const halved = scales.filter(({ length }) => length >= Math.max(needs.items, 2));
  if (halved.length >= Math.max(needs.scales, 3))
    add('even-odd-consistency', evenOddConsistency(halved), 'below', 0.3, CURRAN);
  for (const kind of ['synonyms', 'antonyms'] as const) {
    const { pairs, consistency } = psychometricPairs(items, { kind });
    if (pairs.length < 3) continue;
    add(`psychometric-${kind}`, consistency, kind === 'synonyms' ? 'below' : 'above', 0, MEADE);
  }
  const complete = completePersons(items);
  const moments = momentsOfColumns(items.map((column) => Float64Array.from(complete, (person) => column[person]!)));
  add('mahalanobis', mahalanobisDistances(items, moments).p, 'below', 0.001, MEADE);
  if (seconds !== undefined) add('seconds-per-item', secondsPerItem(seconds, items), 'below', 2, HUANG);
  add('missing-share', missingShares(items), 'above', 0.5, CURRAN);
  const flagCounts = new Uint8Array(persons);
  for (const { flags } of measures) flags.forEach((flag, person) => (flagCounts[person]! += flag));
  return { persons, measures, flagCounts };
}

/**
 * Places of the persons flagged by fewer than `least` measures: the sample to run every analysis on a second time.
 *
 * @param least default 2
 * @throws RangeError unless `least` is a whole number from 1
 * @example personsWithout(answerQuality({ items: [[3, 1], [3, 5], [3, 2], [3, 4]] })) // [1]
 */
export function personsWithout({ flagCounts }: AnswerQuality, least = 2): number[] {
  if (!Number.isInteger(least) || least < 1) throw new RangeError(`Unexpected number of flags: ${least}.`);
  return [...flagCounts.keys()].filter((person) => flagCounts[person]! < least);
}

function completePersons(items: AnswerColumns): number[] {
  return Array.from({ length: personsIn(items) }, (_, person) => person).filter((person) =>
    items.every((column) => !Number.isNaN(column[person]!)),
  );
}

const CURRAN = 'Curran (2016), doi:10.1016/j.jesp.2015.07.006';
const DUNN = 'Dunn, Heggestad, Shanock & Theilgard (2018), doi:10.1007/s10869-016-9479-0';
const MEADE = 'Meade & Craig (2012), doi:10.1037/a0028085';
const HUANG = 'Huang, Curran, Keeney, Poposki & DeShon (2012), doi:10.1007/s10869-011-9231-8';
