import type { Draft } from '../draft/draft.ts';
import type { Deliverable } from '../record/form-record.ts';

/**
 * How long answers stay on the device:
 *
 * - `tab`: as long as the tab: after a reload and after the browser brings back a tab from a crash they are there; once
 *   the tab is closed for good nobody can read them
 * - `device`: until they have arrived or are cleared, also after closing the browser. Whoever uses the same browser
 *   profile meets them
 * - `none`: nothing is kept, for computers that people share
 */
export type KeepMode = 'tab' | 'device' | 'none';

/**
 * Why nothing is kept: `off` (by the mode `none`), `insecure` (a page without https has no encryption), `denied` (the
 * browser's settings), `full`, `failed` (anything else, such as a database that does not answer).
 */
export type KeepProblem = 'off' | 'insecure' | 'denied' | 'full' | 'failed';

/** Records that were handed over and have not arrived, encrypted like the draft. */
export interface Outbox {
  /** the records that can be read, oldest first */
  list(): Promise<Deliverable[]>;
  /** keeps a record and lets go of the draft, in one step. @returns whether it is on the disk */
  put(record: Deliverable): Promise<boolean>;
  /** forgets a record, and what may be left of its draft */
  remove(idempotencyKey: string): Promise<void>;
}

/** Answers kept on the device. Nothing here throws or rejects: a failure is `false`, `null`, and a `problem`. */
export interface AnswerStore {
  readonly mode: KeepMode;
  /** why the last step failed; null while all is well */
  readonly problem: KeepProblem | null;
  /** The latest draft of this tab or device; not yet checked against the form: see `checkDraft`. */
  load(): Promise<Draft | null>;
  /** Keeps the answers of this moment. Of many calls at once the last is written. @returns whether they are kept */
  save(draft: Draft): Promise<boolean>;
  /** Removes the drafts. */
  clear(): Promise<void>;
  readonly outbox: Outbox;
  /** Lets go of the database; what was asked before is still done. */
  close(): void;
}
