/** What a plan needs besides its instruments, as one module to be loaded on demand. */
export { hashSelfGeneratedCode } from '@peerscale/form/parts';
export { choosePlan } from './choose-plan.ts';
export { codeEntries, codeFields, lacksEntry } from './code-fields.ts';
export { decorateParts } from './decorate-parts.ts';
export { gatedElements } from './gated-elements.ts';
export { partAnswer, partProblem, partRaw } from './part-value.ts';
