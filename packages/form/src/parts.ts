/** What a plan has besides instruments, to be loaded where there is one: its check, codes, numbers and texts. */
export { hashSelfGeneratedCode } from './code/hash-self-generated-code.ts';
export { loadCode } from './code/load-code.ts';
export { normalizeCodeEntry } from './code/normalize-code-entry.ts';
export { laterMessages } from './messages/later-messages.ts';
export { checkFormPlan } from './plan/check-form-plan.ts';
export { missingPlanTexts } from './plan/missing-plan-texts.ts';
export * from './shared.ts';
export { characterCount } from './text/character-count.ts';
export { escapeHtml } from './text/escape-html.ts';
export { parseNumber } from './text/parse-number.ts';
