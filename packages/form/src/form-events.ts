import type { ResponseRecord } from '@peerscale/core';
import type { Answers } from './record/answers.ts';
import type { FormAnswers } from './record/form-answers.ts';
import type { FormRecord } from './record/form-record.ts';

/**
 * What can go wrong with a form, as code of an `error` event. `value-invalid`: answers the host gave to begin with do not
 * fit the form; `endpoint-invalid`: the address to send to is none that the form may use.
 */
export type FormErrorCode =
  | 'instrument-not-found'
  | 'instrument-invalid'
  | 'text-pack-invalid'
  | 'text-pack-missing-language'
  | 'plan-invalid'
  | 'unsupported-item'
  | 'value-invalid'
  | 'endpoint-invalid'
  | 'endpoint-refused'
  | 'storage-denied'
  | 'offline';

/** The events of both doors by name, with what they carry. */
export interface FormEvents {
  /** the form can be answered; ids of the items and parts with a question, in order */
  readonly ready: { readonly items: readonly string[] };
  /** an answer was given, or taken back (null): in an instrument `item` is the item id, else the part id */
  readonly change: {
    readonly part: string;
    readonly item: string;
    readonly value: Answers[string] | FormAnswers[string] | null;
    readonly answers: FormAnswers;
  };
  /** questions that count (`countsAsOpen`): no consent, and no text that need not be given */
  readonly progress: { readonly answered: number; readonly total: number };
  /** the person handed the answers over */
  readonly submit: { readonly record: ResponseRecord | FormRecord };
  /**
   * the server has them; `answer` is the JSON object it said so with, such as the collector's receipt, as it came and
   * unchecked: empty where there was none, undefined where the host took the record over itself
   */
  readonly saved: { readonly record: ResponseRecord | FormRecord; readonly answer: unknown };
  readonly error: { readonly code: FormErrorCode; readonly message: string };
}
