import type { FormMessages, QuestionValue } from '@peerscale/form';
import type { Question } from '../questions/question.ts';

/** What the questions of a form share. */
export interface Surroundings {
  readonly texts: FormMessages;
  /** language of the interface, for numbers and plural forms */
  readonly locale: string;
  /** Told of each answer, and of each that is taken back (null). */
  readonly onAnswer: (question: Question, value: QuestionValue) => void;
}

/** A question on the page. */
export interface QuestionView {
  readonly question: Question;
  readonly root: HTMLElement;
  /** Shows an answer; tells nobody. */
  show(value: QuestionValue): void;
  /** What is wrong with what has been entered, in words; null while nothing is. */
  check(): string | null;
  /** Says, with the question, what is wrong (`invalid`), that it is open, or nothing (null). */
  say(text: string | null, invalid: boolean): void;
  focus(): void;
  /** Answers by place, counted from 0, as a digit does. Only where there are places. */
  choose?(place: number): void;
}
