/**
 * The instruments and batteries that come with Peerscale, as data. What the files hold is checked by the tests of this
 * package: each definition, text pack and battery with the validators of the core, each published key against its facts.
 */
export { batteries, instruments } from './catalogue.ts';
export { findBattery } from './find-battery.ts';
export { findInstrument } from './find-instrument.ts';
export { findTextPack, textPacksOf } from './find-text-pack.ts';
