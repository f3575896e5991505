import type { Question } from './question.ts';

/** A stretch of the form: a heading and words where there are any, and questions that share their answer labels. */
export interface Block {
  readonly part: string;
  /** language of the wording, a BCP 47 tag */
  readonly locale: string;
  readonly title: string | null;
  readonly prose: string | null;
  readonly questions: readonly Question[];
  /** the labels that stand once above the questions where there is room; null where every question has its own */
  readonly anchors: readonly string[] | null;
}
