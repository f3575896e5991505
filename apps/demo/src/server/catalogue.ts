import { findBattery, findInstrument, findTextPack } from '@peerscale/instruments';

/** The instruments, wordings and batteries that come with Peerscale. */
export const catalogue = { findInstrument, findTextPack, findBattery };
