/** What keeps answers on the device. */
export type { AnswerStore, KeepMode, KeepProblem, Outbox } from './store/answer-store.ts';
export { type AnswerStoreOptions, openAnswerStore } from './store/open-answer-store.ts';
