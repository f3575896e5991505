import type { RecordAnswers, ResponseRecord } from '@peerscale/core';
import type { FormRecord } from '@peerscale/form';
import type { AddSubmissionResult, Submission } from './insert-submissions.ts';
import type { Store } from './store.ts';
import type { Study } from './study.ts';

/**
 * What became of a posted record: kept, known already with the same content, or refused because its idempotency key came
 * before with other content.
 */
export type AddResponseResult = 'stored' | 'repeated' | 'conflict';

/** A whole form as it is stored. */
export interface StoredForm extends Pick<FormRecord, 'values' | 'codes'> {
  /** by id of the instrument */
  readonly records: Readonly<Record<string, RecordAnswers>>;
}

/**
 * Where studies and answers are kept. About a respondent it holds the answers, their language, the day they arrived and
 * how long answering took: no name, no address, no time of day, no order of arrival.
 */
export interface CollectorStore extends Store {
  /** Adds a study. @throws RangeError for a field that does not fit or an id that is taken */
  createStudy(study: Study): Promise<void>;

  /** Every open study of one instrument, by id. */
  studies(): Promise<Study[]>;

  study(id: string): Promise<Study | undefined>;

  /**
   * Keeps a record once per idempotency key. When the promise resolves with `stored`, the record is on the disk.
   *
   * @param record checked against the study's instrument (`checkResponseRecord`), its times real times
   * @param day the day it arrived, as YYYY-MM-DD
   */
  addResponse(studyId: string, record: ResponseRecord, day: string): Promise<AddResponseResult>;

  /** The same for a whole form: all of its response records and what was answered beside them, or nothing. */
  addForm(studyId: string, record: FormRecord, day: string): Promise<AddResponseResult>;

  /** Keeps what one person sends, all of it or nothing, once per key, and burns the token in the same transaction. */
  addSubmission(submission: Submission): Promise<AddSubmissionResult>;

  /** The whole forms of an open study with a plan of several parts, in an order that says nothing about who answered when. */
  forms(studyId: string): Promise<StoredForm[]>;

  /** The answers to the instrument of an open study, ready for `tableOfRecords`, in an order that says nothing about who answered when. */
  records(studyId: string): Promise<RecordAnswers[]>;
}
