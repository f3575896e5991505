/** The tables, in types that every SQL engine has: JSON is text, a day is YYYY-MM-DD, a truth value is 0 or 1. */
export interface Database {
  study: StudyRow;
  response: ResponseRow;
}

export interface StudyRow {
  id: string;
  /** JSON */
  title: string;
  instrument: string;
  version: string;
  /** JSON */
  locales: string;
  minimum_group_size: number;
  simulated: number;
}

export interface ResponseRow {
  /** SHA-256 of study id and idempotency key: the primary key, so that rows lie in no order of arrival */
  key_digest: string;
  study_id: string;
  instrument: string;
  version: string;
  locale: string;
  /** JSON, or null where the answers have the coding of the definition */
  coding: string | null;
  /** JSON */
  answers: string;
  day: string;
  duration_seconds: number;
  /** SHA-256 of the content, which tells a repeated post from another record under the same key */
  content_digest: string;
}
