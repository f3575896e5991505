/** Handing over to an endpoint, as one module to be loaded on demand. */
export { createDelivery } from '@peerscale/form/delivery';
export { DeliveryPanel } from './delivery-panel.tsx';
