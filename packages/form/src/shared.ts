/**
 * Small pieces that several parts of a form need. Every door into this package but the whole has them: so a bundler keeps
 * them in one file, and what is behind one door alone stays there.
 */
export { messageLanguage } from './messages/message-language.ts';
export { askedItems } from './plan/asked-items.ts';
export { planOfBattery } from './plan/plan-of-battery.ts';
export { planText } from './plan/plan-text.ts';
export { codingOf } from './record/coding-of.ts';
export { formatMessage } from './text/format-message.ts';
export { hexOf } from './text/hex.ts';
export { isObject, own } from './text/json.ts';
export { textDirection } from './text/text-direction.ts';
