/**
 * What a questionnaire needs besides its look, without any framework: records, interface texts, answers kept on the
 * device, delivery, the self-generated code. Takes nothing of the core but types, so that it stays small.
 */
export { defaultSelfGeneratedCode } from './code/default-self-generated-code.ts';
export { hashSelfGeneratedCode } from './code/hash-self-generated-code.ts';
export { loadCode } from './code/load-code.ts';
export { normalizeCodeEntry } from './code/normalize-code-entry.ts';
export type { CodeElement, CodeElementKind, SelfGeneratedCode } from './code/self-generated-code.ts';
export type { Connection } from './delivery/connection.ts';
export { createDelivery } from './delivery/create-delivery.ts';
export type { DeliveryOptions } from './delivery/delivery-options.ts';
export type { Delivery, DeliveryState, Refusal, RetryReason } from './delivery/delivery-state.ts';
export { checkDraft } from './draft/check-draft.ts';
export type { Draft } from './draft/draft.ts';
export type { FormErrorCode, FormEvents } from './form-events.ts';
export type { ChosenMessages } from './messages/choose-messages.ts';
export type { FirstMessages } from './messages/first-messages.ts';
export type { FormMessages, PluralText } from './messages/form-messages.ts';
export { loadCatalogues } from './messages/load-catalogues.ts';
export { MESSAGE_LANGUAGES, type MessageLanguage, messageLanguage } from './messages/message-language.ts';
export { messagesOf } from './messages/messages-of.ts';
export { askedItems } from './plan/asked-items.ts';
export { type CheckedPlan, checkFormPlan, type PlanIssue } from './plan/check-form-plan.ts';
export { countsAsOpen } from './plan/counts-as-open.ts';
export { contentOfInstrument, type FormContent, type InstrumentContent } from './plan/form-content.ts';
export { formIdOf } from './plan/form-id-of.ts';
export type {
  ChoicePart,
  CodePart,
  ConsentPart,
  FormPart,
  FormPlan,
  InstrumentPart,
  LongTextPart,
  NumberPart,
  PlanText,
  QuestionPart,
  ScoreDisplay,
  ShortTextPart,
  ShownScale,
  TextPart,
} from './plan/form-plan.ts';
export { missingPlanTexts } from './plan/missing-plan-texts.ts';
export { planOfBattery } from './plan/plan-of-battery.ts';
export { type ChosenText, hasPlanText, planText } from './plan/plan-text.ts';
export type { Answers } from './record/answers.ts';
export { buildFormRecord } from './record/build-form-record.ts';
export { buildResponseRecord } from './record/build-response-record.ts';
export { codingOf } from './record/coding-of.ts';
export type { CodeHashes, FormAnswers, PartValue } from './record/form-answers.ts';
export type { Deliverable, FormRecord } from './record/form-record.ts';
export { randomUuid } from './record/random-uuid.ts';
export { recodeAnswers } from './record/recode-answers.ts';
export { newSitting, type Sitting } from './record/sitting.ts';
export { recordOf } from './session/record-of.ts';
export { type AnyRecord, type QuestionValue, Session } from './session/session.ts';
export type { AnswerStore, KeepMode, KeepProblem, Outbox } from './store/answer-store.ts';
export { type AnswerStoreOptions, openAnswerStore } from './store/open-answer-store.ts';
export { characterCount } from './text/character-count.ts';
export { escapeHtml } from './text/escape-html.ts';
export { formatMessage } from './text/format-message.ts';
export { isolateNumbers } from './text/isolate-numbers.ts';
export { parseNumber } from './text/parse-number.ts';
export { textDirection } from './text/text-direction.ts';
