import type { FormRecord } from '@peerscale/form';
import type { ResponseRow, SubmissionRow } from './database.ts';
import { durationOf, keyDigest, responseRow, sha256, sorted } from './response-row.ts';

export interface FormRows {
  readonly submission: SubmissionRow;
  /** one for each instrument */
  readonly responses: readonly ResponseRow[];
}

/** The rows of a whole form. As with `responseRow`, times become a duration and the content digest leaves them out. */
export function formRows(studyId: string, record: FormRecord, day: string): FormRows {
  const { plan, version, locale, idempotencyKey } = record;
  const digest = keyDigest(studyId, idempotencyKey);
  const responses = record.records.map((one) => ({
    ...responseRow(studyId, one, day),
    key_digest: keyDigest(studyId, idempotencyKey, one.instrument),
    submission_digest: digest,
  }));
  const values = JSON.stringify(sorted(record.values));
  const byElement = Object.entries(record.codes).map(([part, hashes]) => [part, sorted(hashes)] as const);
  const codes = JSON.stringify(sorted(Object.fromEntries(byElement)));
  const contents = responses.map(({ content_digest }) => content_digest);
  return {
    submission: {
      key_digest: digest,
      study_id: studyId,
      plan,
      version,
      locale,
      part_values: values,
      codes,
      day,
      duration_seconds: durationOf(record),
      content_digest: sha256(JSON.stringify([plan, version, locale, values, codes, contents])),
    },
    responses,
  };
}
