import type { CodingByScale, Instrument } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf, scaleOf } from '../instrument/scale-key.ts';
import { mergeScoreGroups, type ScoreGroups, scoreGroupsOf } from '../items/index.ts';
import {
  codeSumsOfColumns,
  emptyPairwiseMoments,
  emptyResponsePatterns,
  type MissingTreatment,
  mergePairwiseMoments,
  mergeResponsePatterns,
  pairwiseMomentsOfColumns,
  responsePatternsOfColumns,
} from '../moments/index.ts';
import { type ResponseTable, tableOfColumns } from '../responses/index.ts';
import { scoreResponses } from '../scoring/index.ts';
import { type KeyedColumn, keyedColumns } from '../scoring/keyed-columns.ts';
import { type AnsweredColumn, answeredColumn, completeRows, keyedAnswers, keyedWithHoles } from './answered-columns.ts';
import { itemTally } from './item-tally.ts';
import { pairsOfCodes } from './pairs-of-codes.ts';
import type { ItemTally, ReliabilityTally, ScaleStatistics, ScaleTally } from './reliability-tally-types.ts';

/** Options of {@link reliabilityTally}: what the report is to say decides what has to be kept. */
export interface ReliabilityTallyOptions {
  /** ids of the scales wanted; default all, in the order of the definition */
  readonly scales?: readonly string[];
  /** rule for missing answers, default listwise */
  readonly missing?: MissingTreatment;
  /** whether to count answers and scores, which `all` of the report needs; default false */
  readonly details?: boolean;
  /** whether to keep the complete respondents, which a bootstrap draws from, two bytes an answer; default false */
  readonly respondents?: boolean;
}

// what is widened to doubles or sorted by row is taken so many rows at a time: memory does not grow with the table
const BLOCK = 16_384;

/**
 * Takes the tally of a table of answers: one pass, of which nothing stays but sums and counts (and the respondents
 * themselves where a bootstrap will need them).
 *
 * @throws RangeError for a scale that the instrument does not have, an item without a column, or a code that its response
 *   scale does not have
 * @example reliabilityTally(instrument, table).scales[0].complete // respondents who answered every item
 */
export function reliabilityTally(
  instrument: Instrument,
  table: ResponseTable,
  {
    scales = allScales(instrument),
    missing = 'listwise',
    details = false,
    respondents = false,
  }: ReliabilityTallyOptions = {},
): ReliabilityTally {
  const checked = new Set<string>();
  const keyed = scales.map((id) => ({ id, columns: keyedColumns(instrument, table, id, checked) }));
  const scores = new Map(
    (details ? scoreResponses(instrument, table) : []).map(({ scale, values }) => [scale, values]),
  );
  return {
    rows: table.rows,
    missing,
    scales: keyed.map(({ id, columns }) => scaleTally(id, columns, table.rows, missing, scores.get(id), respondents)),
    items: details ? itemTallies(instrument, table, scales) : undefined,
  };
}

/**
 * The tally of nobody: the neutral element of `mergeReliabilityTallies`.
 *
 * @param coding coding of the answers to come, where it differs from the definition's
 */
export function emptyReliabilityTally(
  instrument: Instrument,
  options: ReliabilityTallyOptions = {},
  coding: CodingByScale = {},
): ReliabilityTally {
  const columns = instrument.items.map(({ id }) => ({ item: id, codes: [] }));
  return reliabilityTally(instrument, tableOfColumns(0, columns, { coding }), options);
}

const allScales = ({ scales }: Instrument): string[] => scales.map(({ id }) => id);

function scaleTally(
  scale: string,
  keyed: readonly KeyedColumn[],
  rows: number,
  missing: MissingTreatment,
  scores: Float64Array | undefined,
  keepsRespondents: boolean,
): ScaleTally {
  const columns = keyed.map(answeredColumn);
  const blocks = Array.from({ length: Math.ceil(rows / BLOCK) }, (_, block): readonly [number, number] => {
    return [block * BLOCK, Math.min(rows, (block + 1) * BLOCK)];
  });
  const statistics = statisticsOf(columns, blocks, missing);
  let complete = statistics.kind === 'code-sums' ? statistics.codeSums.n : 0;
  let groups: ScoreGroups | undefined = scores === undefined ? undefined : scoreGroupsOf(columns.map(() => []));
  const respondents: Int16Array[][] = [];
  if (statistics.kind !== 'code-sums' || scores !== undefined || keepsRespondents) {
    complete = 0;
    for (const [start, end] of blocks) {
      const which = completeRows(columns, start, end);
      complete += which.length;
      if (which.length === 0 || (scores === undefined && !keepsRespondents)) continue;
      const answers = columns.map((column) => keyedAnswers(column, which));
      // complete answers have a score under every missing rule
      const own = scores && Float64Array.from(which, (row) => scores[row]!);
      if (groups !== undefined) groups = mergeScoreGroups(groups, scoreGroupsOf(answers, own));
      if (keepsRespondents) respondents.push(answers);
    }
  }
  return {
    scale,
    reversed: keyed.map(({ reversed }) => reversed),
    complete,
    statistics,
    groups,
    respondents: keepsRespondents ? respondents : undefined,
  };
}

function statisticsOf(
  columns: readonly AnsweredColumn[],
  blocks: readonly (readonly [number, number])[],
  missing: MissingTreatment,
): ScaleStatistics {
  if (missing === 'listwise') {
    const codeSums = codeSumsOfColumns(
      columns.map(({ codes }) => codes),
      columns.map((column) => column.missing),
    );
    return { kind: 'code-sums', codeSums };
  }
  const keyedBlock = ([start, end]: readonly [number, number]) =>
    columns.map((column) => keyedWithHoles(column, start, end));
  if (missing === 'pairwise') {
    let pairs = emptyPairwiseMoments(columns.length);
    for (const block of blocks) {
      const own = pairsOfCodes(columns, ...block) ?? pairwiseMomentsOfColumns(keyedBlock(block));
      pairs = mergePairwiseMoments(pairs, own);
    }
    return { kind: 'pairwise', pairs };
  }
  if (missing !== 'em') throw new RangeError(`Unexpected missing: ${missing}.`);
  let patterns = emptyResponsePatterns(columns.length);
  for (const block of blocks) {
    patterns = mergeResponsePatterns(patterns, responsePatternsOfColumns(keyedBlock(block)));
  }
  return { kind: 'patterns', patterns };
}

function itemTallies(
  instrument: Instrument,
  table: ResponseTable,
  scales: readonly string[],
): ReadonlyMap<string, ItemTally> {
  const items = new Set(scales.flatMap((id) => scaleOf(instrument, id).items));
  return new Map(
    Array.from(items, (item) => {
      const { codes } = responseScaleOf(instrument, itemOf(instrument, item).responseScale);
      return [item, itemTally(table.columns.get(item)!, codes)];
    }),
  );
}
