/** The interface texts of a form in every language that Peerscale brings, all at once. */
export { ar } from './ar.ts';
export { formMessages } from './catalogues.ts';
export { cs } from './cs.ts';
export { de } from './de.ts';
export { en } from './en.ts';
export type { FormMessages, PluralText } from './form-messages.ts';
export { type ChosenMessages, MESSAGE_LANGUAGES, type MessageLanguage, messagesOf } from './messages-of.ts';
export { type MessageFault, missingMessages } from './missing-messages.ts';
export { uk } from './uk.ts';
