import type { Instrument, MissingRule, Scale } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../responses/response-record.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { type KeyedColumn, keyedColumns } from './keyed-columns.ts';
import type { NoScoreReason, ScoreReceipt } from './score-receipt.ts';

/** The scores of all respondents on one scale. */
export interface ScaleScores {
  readonly scale: string;
  /** a score a respondent; NaN where the missing rule gives none */
  readonly values: Float64Array;
  /** how many items each respondent answered */
  readonly answered: Uint16Array;
  /** what the score of one row is made of. @throws RangeError for a row that is not in the table */
  receipt(row: number): ScoreReceipt;
}

/**
 * Scores every scale of an instrument for every respondent.
 *
 * Items are keyed first (`scaleKey`), then a `mean` is the sum of the keyed answers over their number, a `sum` that mean
 * times the number of items: equal to the plain sum for a complete answer, prorated by the person's mean otherwise. With
 * the rule `complete` a missing answer gives no score; with `minimum-answered` fewer answers than the minimum do.
 *
 * Agrees with R `psych::scoreItems(impute = "none")` for means, and for sums of complete answers.
 *
 * @throws RangeError where an item has no column, or a code that its response scale does not have
 * @example scoreResponses(instrument, table)[0]?.values // Float64Array of scores
 */
export function scoreResponses(instrument: Instrument, table: ResponseTable): ScaleScores[] {
  return instrument.scales.map((scale) => scoreScale(instrument, table, scale));
}

function scoreScale(instrument: Instrument, table: ResponseTable, scale: Scale): ScaleScores {
  const columns = keyedColumns(instrument, table, scale.id);
  const { rows } = table;
  const values = new Float64Array(rows);
  const answered = new Uint16Array(rows);
  for (const { column, sign, offset } of columns) {
    const { codes, missing } = column;
    for (let row = 0; row < rows; row++) {
      if (missing[row] !== 0) continue;
      values[row]! += offset + sign * codes[row]!;
      answered[row]!++;
    }
  }
  const k = columns.length;
  const needed = answersNeeded(scale.missing, k);
  const isSum = scale.method === 'sum';
  for (let row = 0; row < rows; row++) {
    const n = answered[row]!;
    if (n < needed) values[row] = NaN;
    // a complete sum stays the exact sum of whole numbers
    else if (!(isSum && n === k)) values[row] = isSum ? (values[row]! / n) * k : values[row]! / n;
  }
  const receipt = (row: number): ScoreReceipt => {
    if (!(row in values)) throw new RangeError(`Unexpected row: ${row} of ${rows}.`);
    return receiptOf(instrument, scale, columns, row, values[row]!);
  };
  return { scale: scale.id, values, answered, receipt };
}

/** How many answers a score needs: at least one, or there is nothing to average. */
function answersNeeded(rule: MissingRule, k: number): number {
  return rule.rule === 'complete' ? k : Math.max(1, rule.minimum);
}

function receiptOf(
  instrument: Instrument,
  scale: Scale,
  columns: readonly KeyedColumn[],
  row: number,
  value: number,
): ScoreReceipt {
  const used = columns.filter(({ column }) => column.missing[row] === 0).map(({ item }) => item);
  const missing = columns.flatMap(({ item, column }) => {
    const code = column.missing[row]!;
    return code === 0 ? [] : [{ item, reason: MISSING_REASONS[code - 1]! }];
  });
  const hasScore = !Number.isNaN(value);
  return {
    scale: scale.id,
    value: hasScore ? value : null,
    method: scale.method,
    used,
    missing,
    reversed: columns.filter(({ reversed }) => reversed).map(({ item }) => item),
    rule: scale.missing,
    prorated: hasScore && missing.length > 0,
    instrument: `${instrument.id}@${instrument.version}`,
    reason: hasScore ? null : noScoreReason(scale.missing, used.length),
  };
}

function noScoreReason(rule: MissingRule, answered: number): NoScoreReason {
  if (answered === 0) return 'no-answers';
  return rule.rule === 'complete' ? 'incomplete' : 'too-few-answered';
}
