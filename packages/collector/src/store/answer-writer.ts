import { type CoalesceOptions, coalesce } from './coalesce.ts';
import type { AddResponseResult } from './collector-store.ts';
import type { ResponseRow } from './database.ts';
import type { FormRows } from './form-rows.ts';
import { insertForms } from './insert-forms.ts';
import { insertResponses } from './insert-responses.ts';
import { type AddSubmissionResult, insertSubmissions, type Submission } from './insert-submissions.ts';
import type { Store } from './store.ts';

/** Stores what people send; each promise resolves when that is on the disk. */
export interface AnswerWriter {
  addResponse(row: ResponseRow): Promise<AddResponseResult>;
  addForm(rows: FormRows): Promise<AddResponseResult>;
  addSubmission(submission: Submission): Promise<AddSubmissionResult>;
}

/** Writes what has come together in one work, within `write`. */
export function answerWriter(
  { write, engine }: Pick<Store, 'write' | 'engine'>,
  options?: CoalesceOptions,
): AnswerWriter {
  return {
    addResponse: coalesce(write, insertResponses(engine), options),
    addForm: coalesce(write, insertForms, options),
    addSubmission: coalesce(write, insertSubmissions(engine), options),
  };
}
