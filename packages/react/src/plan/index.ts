/** What a plan needs besides its instruments, as one module to be loaded on demand. */
export { choosePlan } from './choose-plan.ts';
export { decorateParts } from './decorate-parts.ts';
export { fieldProblem, fieldRaw, takeValue } from './field-tools.ts';
export { gatedElements } from './gated-elements.ts';
