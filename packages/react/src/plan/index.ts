/** What a plan needs besides its instruments, as one module to be loaded on demand. */
export { hashSelfGeneratedCode } from '@peerscale/form/parts';
export { codeEntries, codeFields, lacksEntry } from './code-fields.ts';
export { partElement } from './part-elements.ts';
export { partAnswer, partProblem, partRaw } from './part-value.ts';
export { planProblem } from './plan-problem.ts';
export { withCodes } from './with-codes.ts';
