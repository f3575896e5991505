/** Handing over to an endpoint, as one module to be loaded on demand. */
export { DeliveryPanel } from './delivery-panel.tsx';
export { openQueue } from './open-queue.ts';
