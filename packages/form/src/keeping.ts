/** What a page can load beside the questions: keeping on the device, the record, the texts of sending. */
export { laterMessages } from './messages/later-messages.ts';
export { recordOf } from './session/record-of.ts';
export * from './shared.ts';
export type { AnswerStore, KeepMode, KeepProblem, Outbox } from './store/answer-store.ts';
export { type AnswerStoreOptions, openAnswerStore } from './store/open-answer-store.ts';
export { isolateNumbers } from './text/isolate-numbers.ts';
