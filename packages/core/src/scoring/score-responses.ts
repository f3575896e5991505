import type { Instrument, Scale } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { scaleOf } from '../instrument/scale-key.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { answersNeeded } from './answers-needed.ts';
import { BLOCK_ROWS, type BlockTotals } from './block-totals.ts';
import { type KeyedColumn, keyedColumns } from './keyed-columns.ts';
import { type PossibleRange, possibleRange, rawRange } from './possible-range.ts';
import type { NoScoreReason, ScoreOutcome, ScoreReceipt } from './score-receipt.ts';
import { weightedTotals } from './weighted-totals.ts';
import { wholeTotals } from './whole-totals.ts';

/** The scores of all respondents on one scale. */
export interface ScaleScores {
  readonly scale: string;
  /** a score a respondent; NaN where the missing rule gives none */
  readonly values: Float64Array;
  /** how many items (of a scale made of parts: how many parts) each respondent has an answer to */
  readonly answered: Uint16Array;
  /** what the score of one row is made of. @throws RangeError for a row that is not in the table */
  receipt(row: number): ScoreReceipt;
  /** the figures of the receipt without its lists, for tables of many rows. @throws RangeError as `receipt` */
  outcome(row: number): ScoreOutcome;
}

/**
 * Scores every scale of an instrument for every respondent.
 *
 * Items are keyed first (`scaleKey`); the scores of parts are turned round where their direction is the other one. A
 * `mean` is the weighted mean of what was answered, a `sum` that mean times the sum of all weights (the plain sum for a
 * complete answer, prorated by the person's mean otherwise), a `count` the number of keyed answers from `countFrom` up,
 * prorated in the same way. The missing rule decides how much must be answered; `percent-of-maximum` takes the result to
 * 0 to 100 over its possible range.
 *
 * Agrees with R `psych::scoreItems(impute = "none")` for means, and for sums of complete answers.
 *
 * @throws RangeError where an item has no column, or a code that its response scale does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const table = tableOfColumns(2, [{ item: 'A1', codes: [5, 2] }, { item: 'A2', codes: [3, null] }]);
 * scoreResponses(instrument, table)[0]?.values // [4.5, NaN]; the second left an item out
 */
export function scoreResponses(instrument: Instrument, table: ResponseTable): ScaleScores[] {
  const done = new Map<string, ScaleScores>();
  const checked = new Set<string>();
  const scoresOf = (id: string): ScaleScores => {
    const found = done.get(id);
    if (found !== undefined) return found;
    const scale = scaleOf(instrument, id);
    const columns = keyedColumns(instrument, table, id, checked);
    const scores = scoreScale(instrument, table.rows, scale, columns, (scale.parts ?? []).map(scoresOf));
    done.set(id, scores);
    return scores;
  };
  return instrument.scales.map(({ id }) => scoresOf(id));
}

function scoreScale(
  instrument: Instrument,
  rows: number,
  scale: Scale,
  columns: readonly KeyedColumn[],
  parts: readonly ScaleScores[],
): ScaleScores {
  const entries = scale.parts ?? scale.items;
  const k = entries.length;
  const needed = answersNeeded(scale.missing, k);
  const rule: ScoreRule = {
    k,
    needed,
    isMean: scale.method === 'mean',
    allWeights: entries.reduce((sum, id) => sum + weightOf(scale, id), 0),
    range: scale.transform === undefined ? null : rawRange(instrument, scale),
  };
  const totals = totalsOf(instrument, scale, columns, parts);
  const values = new Float64Array(rows);
  const answered = new Uint16Array(rows);
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const end = Math.min(rows, start + BLOCK_ROWS);
    totals.total(start, end);
    scoreBlock(totals, rule, values, answered, start, end);
  }

  const possible = possibleRange(instrument, scale.id);
  const outcome = (row: number): ScoreOutcome => {
    if (!(row in values)) throw new RangeError(`Unexpected row: ${row} of ${rows}.`);
    const n = answered[row]!;
    const hasScore = !Number.isNaN(values[row]!);
    let used = 0;
    for (const { column, substitutes } of columns) {
      const reason = column.missing[row]!;
      if (reason === 0 || substitutes[reason] !== undefined) used++;
    }
    return {
      value: hasScore ? values[row]! : null,
      used,
      prorated: hasScore && (n < k || parts.some((part) => part.outcome(row).prorated)),
      reason: hasScore ? null : noScoreReason(n, k, needed),
    };
  };
  const receipt = (row: number): ScoreReceipt => {
    const { value, prorated, reason } = outcome(row);
    const gaps = columns.flatMap(({ item, column, substitutes }) => {
      const code = column.missing[row]!;
      return code === 0 ? [] : [{ item, reason: MISSING_REASONS[code - 1]!, code: substitutes[code] }];
    });
    const missing = gaps.flatMap((gap) => (gap.code === undefined ? [{ item: gap.item, reason: gap.reason }] : []));
    const absent = new Set(missing.map(({ item }) => item));
    return {
      scale: scale.id,
      value,
      method: scale.method,
      possible,
      used: scale.items.filter((item) => !absent.has(item)),
      missing,
      substituted: gaps.flatMap((gap) => (gap.code === undefined ? [] : [{ ...gap, code: gap.code }])),
      reversed: columns.filter(({ reversed }) => reversed).map(({ item }) => item),
      parts: parts.map((part) => ({ scale: part.scale, value: part.outcome(row).value })),
      weights: scale.weights ?? {},
      transform: scale.transform ?? null,
      rule: scale.missing,
      prorated,
      instrument: `${instrument.id}@${instrument.version}`,
      reason,
    };
  };
  return { scale: scale.id, values, answered, receipt, outcome };
}

/** What makes a score of totals. */
interface ScoreRule {
  /** number of items, or parts */
  readonly k: number;
  readonly needed: number;
  readonly isMean: boolean;
  readonly allWeights: number;
  /** what `percent-of-maximum` takes to 0 to 100 */
  readonly range: PossibleRange | null;
}

function scoreBlock(
  { sums, weights, answered: counts }: BlockTotals,
  { k, needed, isMean, allWeights, range }: ScoreRule,
  values: Float64Array,
  answered: Uint16Array,
  start: number,
  end: number,
): void {
  for (let row = start, at = 0; row < end; row++, at++) {
    const n = counts[at]!;
    let value = NaN;
    if (n >= needed) {
      if (isMean) value = sums[at]! / weights[at]!;
      // a complete sum stays the exact sum of whole numbers
      else value = n === k ? sums[at]! : (sums[at]! / weights[at]!) * allWeights;
      if (range !== null) value = (100 * (value - range.minimum)) / (range.maximum - range.minimum);
    }
    values[row] = value;
    answered[row] = n;
  }
}

const weightOf = ({ weights }: Scale, id: string): number => weights?.[id] ?? 1;

function totalsOf(
  instrument: Instrument,
  scale: Scale,
  columns: readonly KeyedColumn[],
  parts: readonly ScaleScores[],
): BlockTotals {
  if (scale.parts !== undefined) {
    const weighted = parts.map((part) => {
      const isTurned = scaleOf(instrument, part.scale).direction !== scale.direction;
      const { minimum, maximum } = possibleRange(instrument, part.scale);
      return {
        values: part.values,
        weight: weightOf(scale, part.scale),
        mirror: isTurned ? minimum + maximum : undefined,
      };
    });
    return weightedTotals([], weighted);
  }
  const isWhole = columns.every(
    ({ item, substitutes }) => weightOf(scale, item) === 1 && substitutes.every((code) => code === undefined),
  );
  if (isWhole && scale.method !== 'count') return wholeTotals(columns);
  const countFrom = scale.method === 'count' ? (scale.countFrom ?? 0) : undefined;
  return weightedTotals(
    columns.map((keyed) => ({ keyed, weight: weightOf(scale, keyed.item), countFrom })),
    [],
  );
}

function noScoreReason(answered: number, k: number, needed: number): NoScoreReason {
  if (answered === 0) return 'no-answers';
  return needed === k ? 'incomplete' : 'too-few-answered';
}
