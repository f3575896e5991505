import type { MissingReason, ResponseRecord } from '@peerscale/core';
import type { CodeHashes, PartValue } from './form-answers.ts';

/**
 * What a form with more parts than one instrument hands over: one response record an instrument, all under the key and
 * the times of the sitting, and what was answered beside them. Never a name, and of a self-generated code only hashes.
 */
export interface FormRecord {
  readonly schema: 'peerscale/form-record@1';
  /** id and version of the plan */
  readonly plan: string;
  readonly version: string;
  readonly locale: string;
  /** one for each instrument part, in the order of the plan */
  readonly records: readonly ResponseRecord[];
  /** by part id; a consent that must be given for the form to be sent is not listed, because the record says it */
  readonly values: Readonly<Record<string, PartValue | MissingReason>>;
  /** by part id, only where a code was given */
  readonly codes: Readonly<Record<string, CodeHashes>>;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly idempotencyKey: string;
}

/** Anything that can be delivered once: a record of either kind, or a host's own. */
export interface Deliverable {
  readonly idempotencyKey: string;
}
