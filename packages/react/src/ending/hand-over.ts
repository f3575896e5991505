import type { AnswerStore, AnyRecord, DeliveryState, FormEvents, Session } from '@peerscale/form';
import { recordOf } from '@peerscale/form/keeping';
import type { openQueue, Queue } from '../delivery/open-queue.ts';
import type { FormHost, FormState } from '../session/form-controller.ts';

/** A place in a form: part and item. */
export type Place = readonly [part: string, item: string];

/** What a hand-over takes from a sitting, and tells it. */
export interface Handing {
  readonly session: Session;
  readonly store: AnswerStore;
  readonly host: FormHost;
  /** where to post records; without, the host takes them */
  readonly endpoint: string | undefined;
  readonly read: () => FormState;
  readonly set: (change: Partial<FormState>) => void;
  /** what branches of the form leave out now */
  readonly leftOut: () => readonly Place[];
  /** loads what a queue needs */
  readonly loadQueue: () => Promise<{ readonly openQueue: typeof openQueue }>;
}

/** From "Send" to the record's arrival: by the host, or by a queue of records for the endpoint. */
export class HandOver {
  readonly #of: Handing;
  #queue: Queue | null = null;
  #lastRecord: { readonly basis: readonly unknown[]; readonly record: AnyRecord } | null = null;
  #sending = false;
  /** counts closings: a queue that opens late belongs to a form that is gone */
  #closings = 0;

  constructor(handing: Handing) {
    this.#of = handing;
  }

  /** Opens the queue: what is left from before is sent. @returns null where it was closed in the meantime */
  async open(): Promise<Queue | null> {
    const { endpoint, store, read, loadQueue } = this.#of;
    const closings = this.#closings;
    const { openQueue } = await loadQueue();
    if (closings !== this.#closings) return null;
    const { delivery } = read();
    this.#queue ??= openQueue({
      endpoint: endpoint!,
      store,
      unsent: delivery.status === 'idle' || delivery.status === 'saved' ? null : delivery.record,
      onState: (state, error) => this.#follow(state, error),
    });
    return this.#queue;
  }

  close(): void {
    this.#closings++;
    this.#queue?.close();
    this.#queue = null;
  }

  /** @returns a promise that is rejected where nobody took the record: the answers stay, and another try may come */
  async send(): Promise<void> {
    if (this.#sending || this.#of.read().status === 'delivering') return;
    this.#sending = true;
    try {
      await this.#handOver();
    } finally {
      this.#sending = false;
    }
  }

  async #handOver(): Promise<void> {
    const { endpoint, host, store, set } = this.#of;
    const record = this.#record();
    set({ submitted: true });
    host.emit('submit', { record });
    set({ status: 'sending' });
    if (endpoint !== undefined) {
      await (await this.open())?.submit(record);
      return;
    }
    await host.handOver(record);
    await store.clear();
    set({ status: 'saved' });
    host.emit('saved', { record, answer: undefined });
  }

  /** The very same record as before where nothing was changed since, also its finishing time. */
  #record(): AnyRecord {
    const { session, leftOut } = this.#of;
    const basis = [session.sitting, session.answers, session.content, leftOut()] as const;
    const before = this.#lastRecord;
    if (before?.basis.every((one, at) => one === basis[at])) return before.record;
    const record = recordOf(session, new Date(), basis[3]);
    this.#lastRecord = { basis, record };
    return record;
  }

  #follow(delivery: DeliveryState<AnyRecord>, error: FormEvents['error'] | null): void {
    const { host, set } = this.#of;
    const status = delivery.status === 'idle' ? 'answering' : delivery.status === 'saved' ? 'saved' : 'delivering';
    set({ delivery, status });
    if (delivery.status === 'saved') host.emit('saved', { record: delivery.record, answer: delivery.answer });
    if (error !== null) host.emit('error', error);
  }

  /** Tries at once what is waiting. */
  async retry(): Promise<void> {
    const { delivery } = this.#of.read();
    if (delivery.status !== 'idle') await this.#queue?.submit(delivery.record);
  }

  saveAsFile(): boolean {
    return this.#queue?.saveAsFile() ?? false;
  }

  /** Forgets a record that can never arrive. */
  async discard(): Promise<void> {
    const { delivery } = this.#of.read();
    if (delivery.status !== 'idle') await this.#queue?.discard(delivery.record.idempotencyKey);
  }
}
