import { type AnyRecord, createDelivery, type Delivery, type DeliveryState, openAnswerStore } from '@peerscale/form';
import { responsesAddress } from '../api/answer.ts';
import { draftKeyOf } from './draft-key.ts';

const NO_CELL = { team: null, group: null };

/** Records that were handed over on this device and whose arrival it never heard of. */
export interface LeftOver {
  readonly delivery: Delivery<AnyRecord>;
  /** Forgets them, here; what the server has, it has. */
  forget(): Promise<void>;
  close(): void;
}

/**
 * Sends what is left on the device of a link that opens no form any more: it may have been burnt by these very answers,
 * when the server's word did not come through. The server knows them by their key, and gives the receipt.
 *
 * @returns null where there is nothing
 */
export async function sendLeftOver(
  secret: string,
  onState: (state: DeliveryState<AnyRecord>) => void,
): Promise<LeftOver | null> {
  const key = await draftKeyOf(secret, NO_CELL);
  for (const mode of ['device', 'tab'] as const) {
    const store = openAnswerStore({ key, mode });
    const records = await store.outbox.list();
    if (records.length === 0) {
      store.close();
      continue;
    }
    const delivery = createDelivery<AnyRecord>({ endpoint: responsesAddress(secret, NO_CELL), store, onState });
    void delivery.resume();
    return {
      delivery,
      async forget() {
        for (const { idempotencyKey } of records) await delivery.discard(idempotencyKey);
        await store.clear();
      },
      close() {
        delivery.close();
        store.close();
      },
    };
  }
  return null;
}
