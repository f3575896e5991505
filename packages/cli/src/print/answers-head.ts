import type { Answers } from '../input/read-answers.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { counted } from './number-text.ts';
import { fileLabel, safeText } from './safe-text.ts';

/** What was read, by which instrument, and a word on its validation: the first lines of `score` and `reliability`. */
export function answersHead(file: string, { rows, missingCells }: Answers, request: AnswersRequest): string {
  const { instrument, isAdHoc } = request;
  const read = `${fileLabel(file)}: ${counted(rows, 'respondent', 'respondents')}, ${counted(missingCells, 'cell', 'cells')} without an answer`;
  if (isAdHoc) return `${read}\n\n`;
  return `${read}\n${safeText(instrument.name.en)} (${instrument.id}@${instrument.version})\n${validationLine(request)}\n`;
}

function validationLine({ instrument }: AnswersRequest): string {
  return instrument.validation === 'none yet'
    ? 'Validation: none yet. No study has shown what these scales measure; read the figures with that in mind.\n'
    : '';
}
