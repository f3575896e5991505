/** The tables, in types that every SQL engine has: JSON is text, a day is YYYY-MM-DD, a truth value is 0 or 1. */
export interface Database {
  study: StudyRow;
  submission: SubmissionRow;
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
  /** JSON, or null where the form is one instrument alone */
  plan: string | null;
}

/** A whole form with more than one instrument: what was answered beside them, and what its response rows belong to. */
export interface SubmissionRow {
  /** SHA-256 of study id and idempotency key: the primary key, so that rows lie in no order of arrival */
  key_digest: string;
  study_id: string;
  /** id and version of the plan */
  plan: string;
  version: string;
  locale: string;
  /** JSON: what was answered beside the instruments, by part id */
  part_values: string;
  /** JSON: hashes of self-generated codes by part and element id */
  codes: string;
  day: string;
  duration_seconds: number;
  content_digest: string;
}

export interface ResponseRow {
  /** SHA-256 of study id, idempotency key and, in a form of several, instrument: the primary key, as above */
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
  /** the form that it was answered in, or null where that was the instrument alone */
  submission_digest: string | null;
}
