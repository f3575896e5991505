/** What stands below the questions and comes after them, as one module that is loaded while the questions are drawn. */
export { AfterQuestions } from './after-questions.tsx';
export { BelowQuestions } from './below-questions.tsx';
export { HandOver } from './hand-over.ts';
