/**
 * What a form of one instrument needs to be answered: wording and texts, and the answers. All of it is in
 * `@peerscale/form` as well; from here a page can load the rest (`keeping`, `delivery`, `parts`) beside it or later.
 */

export { firstMessagesOf } from './messages/first-messages-of.ts';
export { loadCatalogues } from './messages/load-catalogues.ts';
export { countsAsOpen } from './plan/counts-as-open.ts';
export { contentOfInstrument } from './plan/form-content.ts';
export { formIdOf } from './plan/form-id-of.ts';
export { Session } from './session/session.ts';
export * from './shared.ts';
