/** The interface texts of a form in every language that Peerscale brings, all at once. */
export { ar } from './ar.ts';
export { formMessages } from './catalogues.ts';
export type { ChosenMessages } from './choose-messages.ts';
export { cs } from './cs.ts';
export { de } from './de.ts';
export { en } from './en.ts';
export type { FormMessages, PluralText } from './form-messages.ts';
export { MESSAGE_LANGUAGES, type MessageLanguage } from './message-language.ts';
export { messagesOf } from './messages-of.ts';
export { type MessageFault, missingMessages } from './missing-messages.ts';
export { uk } from './uk.ts';
