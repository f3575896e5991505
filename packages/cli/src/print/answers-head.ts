import type { AnswersRequest } from '../options/answers-request.ts';
import { counted } from './number-text.ts';
import { fileLabel, safeText } from './safe-text.ts';

/** How much was read. */
export interface ReadCounts {
  readonly rows: number;
  readonly missingCells: number;
}

/** What was read, by which instrument and coding, and a word on its validation: the first lines of every analysis. */
export function answersHead(file: string, { rows, missingCells }: ReadCounts, request: AnswersRequest): string {
  const { instrument, isAdHoc } = request;
  const read = `${fileLabel(file)}: ${counted(rows, 'respondent', 'respondents')}, ${counted(missingCells, 'cell', 'cells')} without an answer`;
  const coding = codingText(request);
  if (isAdHoc) return `${read}\n${coding}\n`;
  const name = `${safeText(instrument.name.en)} (${instrument.id}@${instrument.version})`;
  return `${read}\n${name}\n${validationLine(request)}${coding}\n`;
}

function validationLine({ instrument }: AnswersRequest): string {
  return instrument.validation === 'none yet'
    ? 'Validation: none yet. No study has shown what these scales measure; read the figures with that in mind.\n'
    : '';
}

/** Who says what a high code means, where it is not the definition alone, and what that changes. */
function codingText({ instrument, coding, codingBy }: AnswersRequest): string {
  if (codingBy === undefined) return '';
  const turned = instrument.responseScales.filter(
    ({ id, highCodeMeans }) => (coding[id] ?? highCodeMeans) !== highCodeMeans,
  );
  if (turned.length === 0) return `Coding: by ${codingBy}, as in the definition\n`;
  return turned
    .map(
      ({ id, highCodeMeans }) =>
        `Coding: by ${codingBy} a high code of ${id} means ${coding[id]}, not ${highCodeMeans} as in the definition: the reversed items are the others\n`,
    )
    .join('');
}
