/**
 * Small pieces that several of the package's files need: what draws the questions, what a plan needs, and what is there from
 * the start. Named in one place, a bundler keeps them in one file.
 */
export { ContentError } from './content/content-error.ts';
export { packsOf, textPackOf } from './content/text-pack-of.ts';
export { GATE } from './survey/gate.ts';
export { guardText, unguardText } from './survey/guard-text.ts';
