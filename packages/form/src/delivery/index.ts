/** Handing records over, to be loaded when there is something to hand over. */

export * from '../shared.ts';
export type { Connection } from './connection.ts';
export { createDelivery } from './create-delivery.ts';
export type { DeliveryOptions } from './delivery-options.ts';
export type { Delivery, DeliveryState, Refusal, RetryReason } from './delivery-state.ts';
