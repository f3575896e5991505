import {
  completeKeyedColumns,
  cronbachAlpha,
  type Instrument,
  type LocalizedText,
  momentsOfColumns,
  type PossibleRange,
  possibleRange,
  type ResponseTable,
  respondentScores,
  type ScoredRespondents,
} from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { ScoresRequest } from '../options/scores-request.ts';
import { readAnswers } from './read-answers.ts';
import { readColumns } from './read-columns.ts';
import type { SideColumnNames, SideColumnValues } from './side-columns.ts';

/** A scale as it stands in a file. */
export interface ReadScale {
  readonly id: string;
  readonly name: LocalizedText;
  /** of the instrument; of a column of scores round numbers around what is there */
  readonly possible: PossibleRange;
  /** a score a row, NaN where there is none */
  readonly scores: Float64Array;
  /** over the complete respondents; NaN where it does not exist, as with a column of scores */
  readonly alpha: number;
}

/** The scores of a file, and some columns beside them. */
export interface ReadScores {
  readonly rows: number;
  readonly scales: readonly ReadScale[];
  readonly beside: SideColumnValues;
  /** cells read as "no answer" */
  readonly missingCells: number;
}

/**
 * Reads a file and scores it, or takes its columns of scores.
 *
 * @param respondents whose scores count, of answers to items
 * @throws CommandFailure for columns that are missing or there twice, and cells that cannot be read
 */
export async function readScores(
  file: string,
  request: ScoresRequest,
  { texts = [], numbers = [] }: SideColumnNames,
  context: CommandContext,
  respondents: ScoredRespondents = 'scored',
): Promise<ReadScores> {
  if (request.kind === 'answers') {
    const { instrument } = request.answers;
    const { table, ...read } = await readAnswers(file, request.answers, { texts, numbers }, context);
    return { ...read, scales: scalesOf(instrument, table, respondents) };
  }
  const wanted = { texts, numbers: [...new Set([...request.columns, ...numbers])] };
  const { rows, columns } = await readColumns(file, wanted, request, context);
  const scales = request.columns.map((id): ReadScale => {
    const scores = columns.numbers(id);
    return { id, name: { en: id }, possible: rangeOf(scores), scores, alpha: NaN };
  });
  const missingCells = scales.reduce(
    (sum, { scores }) => sum + scores.filter((score) => Number.isNaN(score)).length,
    0,
  );
  return { rows, scales, beside: columns, missingCells };
}

function scalesOf(instrument: Instrument, table: ResponseTable, respondents: ScoredRespondents): ReadScale[] {
  const scores = respondentScores(instrument, table, respondents);
  return instrument.scales.map(({ id, name }, place) => ({
    id,
    name,
    possible: possibleRange(instrument, id),
    scores: scores[place]!,
    alpha: cronbachAlpha(momentsOfColumns(completeKeyedColumns(instrument, table, id).columns)),
  }));
}

/** Round numbers around the scores: the lowest and the highest are somebody's own. */
function rangeOf(scores: Float64Array): PossibleRange {
  let [minimum, maximum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (score < minimum) minimum = score;
    if (score > maximum) maximum = score;
  }
  if (!(minimum <= maximum)) return { minimum: 0, maximum: 1 };
  const step = 10 ** Math.floor(Math.log10(maximum - minimum || Math.abs(maximum) || 1));
  const [low, high] = [Math.floor(minimum / step), Math.ceil(maximum / step)];
  return { minimum: low * step, maximum: (high === low ? low + 1 : high) * step };
}
