import type { AnswerStore, AnyRecord, DeliveryState, FormEvents } from '@peerscale/form';
import { createDelivery } from '@peerscale/form/delivery';

/** A queue of records for one endpoint. */
export interface Queue {
  readonly submit: (record: AnyRecord) => Promise<void>;
  readonly saveAsFile: () => boolean;
  readonly discard: (idempotencyKey: string) => Promise<void>;
  readonly close: () => void;
}

export interface QueueOptions {
  readonly endpoint: string;
  readonly store: AnswerStore;
  /** a record of a queue that was closed before, and that may be on no disk */
  readonly unsent: AnyRecord | null;
  readonly onState: (state: DeliveryState<AnyRecord>, error: FormEvents['error'] | null) => void;
}

/** Opens the queue: what is left from before is sent. */
export function openQueue({ endpoint, store, unsent, onState }: QueueOptions): Queue {
  const delivery = createDelivery<AnyRecord>({ endpoint, store, onState: (state) => onState(state, errorOf(state)) });
  let closed = false;
  void delivery.resume().then(() => {
    if (unsent !== null && !closed && delivery.state.status === 'idle') void delivery.submit(unsent);
  });
  return {
    submit: (record) => delivery.submit(record),
    saveAsFile: () => delivery.saveAsFile(),
    discard: (idempotencyKey) => delivery.discard(idempotencyKey),
    close() {
      closed = true;
      delivery.close();
    },
  };
}

/** What the host hears of a state. */
function errorOf(state: DeliveryState<AnyRecord>): FormEvents['error'] | null {
  switch (state.status) {
    case 'refused':
      return { code: 'endpoint-refused', message: `${state.refusal.status} ${state.refusal.title}` };
    case 'offline':
      return { code: 'offline', message: 'there is no connection' };
    case 'waiting':
      return { code: 'offline', message: `not yet arrived: ${state.reason}` };
    default:
      return null;
  }
}
