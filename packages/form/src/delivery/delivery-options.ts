import type { SetTimer } from '../async/limited.ts';
import type { Deliverable } from '../record/form-record.ts';
import type { AnswerStore } from '../store/answer-store.ts';
import type { Connection } from './connection.ts';
import type { DeliveryState } from './delivery-state.ts';

export interface DeliveryOptions<R extends Deliverable = Deliverable> {
  /** where to post records; or `send` */
  readonly endpoint?: string;
  /**
   * The host's own way: resolves with a `Response`, which is read like an endpoint's, or with anything else, which means
   * that the record has arrived; rejects to be tried again.
   */
  readonly send?: (record: R, signal: AbortSignal) => Promise<unknown>;
  /** what keeps records on the device until they have arrived; default: the page alone */
  readonly store?: Pick<AnswerStore, 'outbox'>;
  /** called at every change of `state` */
  readonly onState?: (state: DeliveryState<R>) => void;
  /** milliseconds after which an attempt is given up and tried again; default 30,000 */
  readonly timeout?: number;
  /** name of the file of `saveAsFile`; default `answers.json` */
  readonly fileName?: string;
  /** for tests and other surroundings; defaults: those of the browser */
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  readonly random?: () => number;
  /** runs a function later. @returns a function that cancels it */
  readonly setTimer?: SetTimer;
  readonly online?: Connection;
  readonly saveFile?: (name: string, text: string) => boolean;
}
