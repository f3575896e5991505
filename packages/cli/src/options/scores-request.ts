import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import type { MissingCode } from '../input/cell-decoder.ts';
import { quoted } from '../print/safe-text.ts';
import { type AnswersRequest, type AnswersValues, answersRequest } from './answers-request.ts';
import { missingCodesOption } from './missing-codes-option.ts';
import { delimiterOption, listOption } from './option-values.ts';

export const SCORES_HELP = `  --scores A,B,...            without an instrument: columns that hold scores`;

/** Scores come from answers to items, or stand in columns. */
export type ScoresRequest =
  | { readonly kind: 'answers'; readonly answers: AnswersRequest }
  | {
      readonly kind: 'columns';
      readonly columns: readonly string[];
      readonly delimiter: string | undefined;
      readonly missingCodes: readonly MissingCode[];
    };

const OF_ANSWERS = ['instrument', 'items', 'reverse', 'min', 'max', 'map', 'coding', 'textpack'] as const;

/** @throws CommandFailure as `answersRequest`, for `--scores` beside its options, and a column named twice */
export async function scoresRequest(
  values: AnswersValues & { readonly scores?: readonly string[] | undefined },
  command: string,
  context: CommandContext,
): Promise<ScoresRequest> {
  const columns = listOption(values.scores, 'scores');
  if (columns === undefined) {
    if (values.instrument === undefined && values.items === undefined) {
      throw badInput(
        `${command}: say which scales: --instrument ID, --items A1,A2,... --min 1 --max 5, or --scores A,B`,
      );
    }
    return { kind: 'answers', answers: await answersRequest(values, command, context) };
  }
  const other = OF_ANSWERS.find((option) => values[option] !== undefined);
  if (other !== undefined) throw badInput(`${command}: --scores and --${other} exclude each other`);
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw badInput(`--scores: ${quoted(twice)} is there twice`);
  return {
    kind: 'columns',
    columns,
    delimiter: delimiterOption(values.delimiter),
    missingCodes: missingCodesOption(values['missing-codes']),
  };
}
