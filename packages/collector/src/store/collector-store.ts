import type { RecordAnswers, ResponseRecord } from '@peerscale/core';
import type { FormRecord } from '@peerscale/form';
import type { Study } from './study.ts';

/**
 * What became of a posted record: kept, known already with the same content, or refused because its idempotency key came
 * before with other content.
 */
export type AddResponseResult = 'stored' | 'repeated' | 'conflict';

/** A whole form as it is stored. */
export interface StoredSubmission extends Pick<FormRecord, 'values' | 'codes'> {
  /** by id of the instrument */
  readonly records: Readonly<Record<string, RecordAnswers>>;
}

/**
 * Where studies and answers are kept. About a respondent it holds the answers, their language, the day they arrived and
 * how long answering took: no name, no address, no time of day, no order of arrival.
 */
export interface CollectorStore {
  /** Adds a study. @throws RangeError for a field that does not fit or an id that is taken */
  createStudy(study: Study): Promise<void>;

  /** Every study, by id. */
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
  addSubmission(studyId: string, record: FormRecord, day: string): Promise<AddResponseResult>;

  /** The answers to a study's instrument, ready for `tableOfRecords`, in an order that says nothing about who answered when. */
  records(studyId: string): Promise<RecordAnswers[]>;

  /** The whole forms of a study with a plan of several parts, in such an order too. */
  submissions(studyId: string): Promise<StoredSubmission[]>;

  /** Lets go of the database. Nothing else may be called afterwards. */
  close(): Promise<void>;
}
