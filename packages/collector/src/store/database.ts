/**
 * The tables, in types that every SQL engine has: JSON is text, a day is YYYY-MM-DD, an instant is whole milliseconds UTC,
 * a truth value is 0 or 1. No instant stands in a table that has to do with answers.
 */
export interface Database {
  organisation: OrganisationRow;
  account: AccountRow;
  passkey: PasskeyRow;
  session: SessionRow;
  known_device: KnownDeviceRow;
  one_time_link: OneTimeLinkRow;
  audit: AuditRow;
  study: StudyRow;
  team: TeamRow;
  respondent_group: RespondentGroupRow;
  wave: WaveRow;
  wave_cell: WaveCellRow;
  link: LinkRow;
  token: TokenRow;
  submission: SubmissionRow;
  response: ResponseRow;
  other_answer: OtherAnswerRow;
  cell_tally: CellTallyRow;
  action: ActionRow;
  report_release: ReportReleaseRow;
  staff_letter: StaffLetterRow;
  idempotency_key: IdempotencyKeyRow;
}

export interface OrganisationRow {
  id: string;
  name: string;
}

export interface AccountRow {
  id: string;
  organisation_id: string;
  /** lower case; unique over all organisations, because it is what one signs in with */
  email: string;
  name: string;
  role: 'owner' | 'analyst' | 'lead' | 'viewer';
  /** the team of a lead, by its id in every study */
  team_id: string | null;
  /** argon2id, with its parameters; null until the first password is set */
  password_hash: string | null;
  locale: string;
  disabled: number;
  created_at: number;
}

export interface PasskeyRow {
  /** the credential id, base64url */
  id: string;
  account_id: string;
  /** COSE key, base64url */
  public_key: string;
  counter: number;
  /** JSON */
  transports: string;
  name: string;
  created_at: number;
}

export interface SessionRow {
  /** SHA-256 of the cookie's random bytes */
  digest: string;
  account_id: string;
  csrf_digest: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
}

/** A browser that has signed in before: guessing from elsewhere does not lock it out. */
export interface KnownDeviceRow {
  /** SHA-256 of the cookie's random bytes */
  digest: string;
  account_id: string;
  expires_at: number;
}

export interface OneTimeLinkRow {
  /** SHA-256 of the link's random bytes */
  digest: string;
  purpose: 'set-up' | 'invite' | 'reset';
  account_id: string | null;
  organisation_id: string | null;
  expires_at: number;
}

/** Rows are added and never changed: the database itself refuses everything else. */
export interface AuditRow {
  /** 1, 2, 3, …, without a gap */
  sequence: number;
  at: number;
  organisation_id: string | null;
  account_id: string | null;
  action: string;
  subject: string;
  /** JSON, without answers and addresses */
  detail: string;
  previous_hash: string;
  hash: string;
}

export interface StudyRow {
  id: string;
  organisation_id: string | null;
  /** JSON */
  title: string;
  state: 'draft' | 'open' | 'closed';
  /** with `version`: an open study of one instrument; both null in a study with groups and plans */
  instrument: string | null;
  version: string | null;
  /** JSON */
  locales: string;
  minimum_group_size: number;
  minimum_text_size: number;
  linkage: 'none' | 'code';
  /** key of the linkage codes' keyed hash */
  linkage_key: string | null;
  show_scores: number;
  /** JSON */
  help_contacts: string | null;
  retention_days: number | null;
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

export interface TeamRow {
  /** unique in the study */
  id: string;
  study_id: string;
  name: string;
  parent_id: string | null;
  setting: string | null;
}

export interface RespondentGroupRow {
  /** unique in the study */
  id: string;
  study_id: string;
  name: string;
  /** JSON: a form plan */
  plan: string;
}

export interface WaveRow {
  id: string;
  study_id: string;
  number: number;
  name: string;
  opens_on: string;
  closes_on: string;
  /** JSON */
  reminders: string;
  state: 'planned' | 'open' | 'closed';
  /** JSON: the teams with name, setting and hierarchy as they were when the wave started; null before */
  frozen: string | null;
}

/** A team and group that were asked in a wave; written when the wave starts. */
export interface WaveCellRow {
  wave_id: string;
  team_id: string;
  group_id: string;
  /** how many people were asked; null where nobody counted */
  expected: number | null;
}

/** A link that many people use. */
export interface LinkRow {
  digest: string;
  wave_id: string;
  team_id: string | null;
  group_id: string | null;
  kind: 'open' | 'group';
}

/** An unused single-use token. It is deleted in the transaction that stores the response, and holds nothing of a person. */
export interface TokenRow {
  digest: string;
  wave_id: string;
  team_id: string;
  group_id: string;
}

export interface ResponseRow {
  /** SHA-256 of study id, idempotency key and, in a form of several, instrument: the primary key, as above */
  key_digest: string;
  study_id: string;
  wave_id: string | null;
  team_id: string | null;
  group_id: string | null;
  /** the part of the form that the record answers; null in an open study of one instrument */
  part: string | null;
  instrument: string;
  version: string;
  locale: string;
  /** JSON, or null where the answers have the coding of the definition */
  coding: string | null;
  /** JSON */
  answers: string;
  day: string;
  duration_seconds: number;
  /** SHA-256 of the content, which tells a repeated post from another record under the same key, and finds damage */
  content_digest: string;
  /** the same for the records of one form; null where a record came alone */
  submission_digest: string | null;
  /** JSON: a keyed hash for each element of the linkage code */
  code: string | null;
  /** SHA-256 of the receipt that was shown after sending */
  receipt_digest: string | null;
  /** whether the person agreed that the record may be handed on for further use; null where nobody asked */
  reuse: number | null;
  /** whether the row is counted in `cell_tally` */
  folded: number;
}

/** An answer outside the instruments, kept apart: only the person's receipt joins it to the response. */
export interface OtherAnswerRow {
  /** SHA-256 of receipt and part */
  key_digest: string;
  study_id: string;
  wave_id: string | null;
  team_id: string | null;
  group_id: string | null;
  part: string;
  kind: 'choice' | 'number' | 'text';
  value: string;
}

/** The sums over the folded responses of a cell. Where there is no wave, team or group, its id is the empty text. */
export interface CellTallyRow {
  study_id: string;
  wave_id: string;
  team_id: string;
  group_id: string;
  instrument: string;
  version: string;
  /** JSON: people by score, and what is said of how they answered (`writeTally`) */
  scores: string;
  /** JSON: counts of codes, and sums of their products; apart, because most figures need none of it */
  items: string;
}

export interface ActionRow {
  id: string;
  study_id: string;
  team_id: string;
  wave_id: string;
  text: string;
  state: string;
  review_wave_id: string | null;
  created_by: string | null;
  created_on: string;
}

/** What a report showed, so that the next one cannot be subtracted from it. */
export interface ReportReleaseRow {
  id: string;
  study_id: string;
  fingerprint: string;
  /** JSON */
  released: string;
  at: number;
}

/** A letter to an account about a wave: there is one, and no second, for each day that it is about. */
export interface StaffLetterRow {
  wave_id: string;
  kind: 'reminder' | 'not-ready';
  /** the day of the reminder, or the one on which the wave was to start */
  day: string;
  account_id: string;
  /** `sending` stays where the process ended before it knew: such a letter is not sent again */
  state: 'waiting' | 'sending' | 'sent' | 'given-up';
  tries: number;
}

/** What an account asked for under a key of its own, for a day. Neither the key nor what was asked for is here. */
export interface IdempotencyKeyRow {
  /** of account, address and key */
  digest: string;
  account_id: string;
  /** of the body, keyed with the key */
  fingerprint: string;
  /** JSON of what is answered again, or of how far the work has come (`promiseText`); null of an earlier version */
  answer: string | null;
  /** milliseconds UTC */
  expires_at: number;
}
