import { type AnswerStore, type AnyRecord, createDelivery, type Delivery, type DeliveryState } from '@peerscale/form';

/** The delivery to the endpoint of the moment; another endpoint or store is another delivery. */
export class Queue {
  #delivery: Delivery<AnyRecord> | null = null;
  /** what it was opened for; nothing once it is closed */
  #store: AnswerStore | null = null;
  #endpoint: string | null = null;
  readonly #onState: (state: DeliveryState<AnyRecord>) => void;

  constructor(onState: (state: DeliveryState<AnyRecord>) => void) {
    this.#onState = onState;
  }

  /** null without an endpoint: then the host hands over */
  get delivery(): Delivery<AnyRecord> | null {
    return this.#delivery;
  }

  /** Sends what is left from before, too. */
  async open(store: AnswerStore, endpoint: string | null): Promise<void> {
    const before = this.#delivery;
    if (before !== null && this.#store === store && this.#endpoint === endpoint) return;
    before?.close();
    this.#delivery = null;
    this.#store = store;
    this.#endpoint = endpoint;
    if (endpoint === null) return;
    const delivery = createDelivery<AnyRecord>({ endpoint, store, onState: this.#onState });
    this.#delivery = delivery;
    await delivery.resume();
    // without a disk, what was on its way is in the old queue alone
    const known = new Set(delivery.pending.map(({ idempotencyKey }) => idempotencyKey));
    for (const record of before?.pending ?? []) {
      if (!known.has(record.idempotencyKey)) await delivery.submit(record);
    }
  }

  /** Stops; `open` takes up what had not arrived. */
  close(): void {
    this.#delivery?.close();
    this.#store = null;
  }
}
