import type { Instrument, Scale } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { scaleOf } from '../instrument/scale-key.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { answersNeeded } from './answers-needed.ts';
import { keyedColumns } from './keyed-columns.ts';
import { possibleRange, rawRange } from './possible-range.ts';
import type { NoScoreReason, ScoreReceipt } from './score-receipt.ts';

/** The scores of all respondents on one scale. */
export interface ScaleScores {
  readonly scale: string;
  /** a score a respondent; NaN where the missing rule gives none */
  readonly values: Float64Array;
  /** how many items (of a scale made of parts: how many parts) each respondent has an answer to */
  readonly answered: Uint16Array;
  /** what the score of one row is made of. @throws RangeError for a row that is not in the table */
  receipt(row: number): ScoreReceipt;
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
 * @example scoreResponses(instrument, table)[0]?.values // Float64Array of scores
 */
export function scoreResponses(instrument: Instrument, table: ResponseTable): ScaleScores[] {
  const done = new Map<string, ScaleScores>();
  const scoresOf = (id: string): ScaleScores => {
    const found = done.get(id);
    if (found !== undefined) return found;
    const scores = scoreScale(instrument, table, scaleOf(instrument, id), scoresOf);
    done.set(id, scores);
    return scores;
  };
  return instrument.scales.map(({ id }) => scoresOf(id));
}

/** Sums of what was answered, row by row: of weighted keyed values, of their weights, and of their number. */
interface Totals {
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly answered: Uint16Array;
}

function scoreScale(
  instrument: Instrument,
  table: ResponseTable,
  scale: Scale,
  scoresOf: (id: string) => ScaleScores,
): ScaleScores {
  const { rows } = table;
  const totals: Totals = {
    sums: new Float64Array(rows),
    weights: new Float64Array(rows),
    answered: new Uint16Array(rows),
  };
  const entries = scale.parts ?? scale.items;
  const weightOf = (id: string) => scale.weights?.[id] ?? 1;
  const parts = scale.parts?.map(scoresOf) ?? [];
  const columns = keyedColumns(instrument, table, scale.id);
  if (scale.parts === undefined) {
    for (const column of columns) addItem(totals, column, weightOf(column.item), scale);
  } else {
    parts.forEach((part) => addPart(totals, part, weightOf(part.scale), scale, instrument));
  }
  const { sums, weights, answered } = totals;
  const allWeights = entries.reduce((sum, id) => sum + weightOf(id), 0);
  const needed = answersNeeded(scale.missing, entries.length);
  const isMean = scale.method === 'mean';
  const range = scale.transform === undefined ? null : rawRange(instrument, scale);
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const n = answered[row]!;
    let value = NaN;
    if (n >= needed) {
      if (isMean) value = sums[row]! / weights[row]!;
      // a complete sum stays the exact sum of whole numbers
      else value = n === entries.length ? sums[row]! : (sums[row]! / weights[row]!) * allWeights;
      if (range !== null) value = (100 * (value - range.minimum)) / (range.maximum - range.minimum);
    }
    values[row] = value;
  }

  const possible = possibleRange(instrument, scale.id);
  const receipt = (row: number): ScoreReceipt => {
    if (!(row in values)) throw new RangeError(`Unexpected row: ${row} of ${rows}.`);
    const gaps = columns.flatMap(({ item, column, substitutes }) => {
      const code = column.missing[row]!;
      return code === 0 ? [] : [{ item, reason: MISSING_REASONS[code - 1]!, code: substitutes[code] }];
    });
    const missing = gaps.flatMap(({ item, reason, code }) => (code === undefined ? [{ item, reason }] : []));
    const absent = new Set(missing.map(({ item }) => item));
    const hasScore = !Number.isNaN(values[row]!);
    const n = answered[row]!;
    return {
      scale: scale.id,
      value: hasScore ? values[row]! : null,
      method: scale.method,
      possible,
      used: scale.items.filter((item) => !absent.has(item)),
      missing,
      substituted: gaps.flatMap(({ item, reason, code }) => (code === undefined ? [] : [{ item, reason, code }])),
      reversed: columns.filter(({ reversed }) => reversed).map(({ item }) => item),
      parts: parts.map((part) => ({ scale: part.scale, value: part.receipt(row).value })),
      weights: scale.weights ?? {},
      transform: scale.transform ?? null,
      rule: scale.missing,
      prorated: hasScore && (n < entries.length || parts.some((part) => part.receipt(row).prorated)),
      instrument: `${instrument.id}@${instrument.version}`,
      reason: hasScore ? null : noScoreReason(n, entries.length, needed),
    };
  };
  return { scale: scale.id, values, answered, receipt };
}

function addItem(
  { sums, weights, answered }: Totals,
  { column, sign, offset, substitutes }: ReturnType<typeof keyedColumns>[number],
  weight: number,
  { method, countFrom = 0 }: Scale,
): void {
  const { codes, missing } = column;
  const counts = method === 'count';
  for (let row = 0; row < codes.length; row++) {
    const reason = missing[row]!;
    const code = reason === 0 ? codes[row]! : substitutes[reason];
    if (code === undefined) continue;
    const keyed = offset + sign * code;
    sums[row]! += weight * (counts ? Number(keyed >= countFrom) : keyed);
    weights[row]! += weight;
    answered[row]!++;
  }
}

function addPart(
  { sums, weights, answered }: Totals,
  part: ScaleScores,
  weight: number,
  scale: Scale,
  instrument: Instrument,
): void {
  const turned = scaleOf(instrument, part.scale).direction !== scale.direction;
  const { minimum, maximum } = possibleRange(instrument, part.scale);
  part.values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    sums[row]! += weight * (turned ? minimum + maximum - value : value);
    weights[row]! += weight;
    answered[row]!++;
  });
}

function noScoreReason(answered: number, k: number, needed: number): NoScoreReason {
  if (answered === 0) return 'no-answers';
  return needed === k ? 'incomplete' : 'too-few-answered';
}
