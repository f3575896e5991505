/**
 * What a form of one instrument needs to be answered: wording and texts, the answers, the record. All of it is in
 * `@peerscale/form` as well; from here a page can load the rest (`keeping`, `delivery`, `parts`) beside it or later.
 */
export { loadCatalogues } from './messages/load-catalogues.ts';
export { messagesOf } from './messages/messages-of.ts';
export { askedItems } from './plan/asked-items.ts';
export { contentOfInstrument } from './plan/form-content.ts';
export { formIdOf } from './plan/form-id-of.ts';
export { planText } from './plan/plan-text.ts';
export { Session } from './session/session.ts';
export { formatMessage } from './text/format-message.ts';
export { textDirection } from './text/text-direction.ts';
