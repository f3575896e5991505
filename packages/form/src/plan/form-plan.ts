import type { SelfGeneratedCode } from '../code/self-generated-code.ts';

/** Wording by BCP 47 tag, in at least one language: a study in Czech alone needs no English. */
export type PlanText = Readonly<Record<string, string>>;

/** An instrument, or some scales of it: items outside these scales are `not-asked` in the record. */
export interface InstrumentPart {
  readonly kind: 'instrument';
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  /** default: all items */
  readonly scales?: readonly string[];
  /** whether every item must be answered; default: false, people are free to skip */
  readonly required?: boolean;
}

/** Something to agree to. */
export interface ConsentPart {
  readonly kind: 'consent';
  readonly id: string;
  readonly title: PlanText;
  readonly text: PlanText;
  /** beside the box; default: "I agree" in the language of the interface */
  readonly agree?: PlanText;
  /** whether the form goes no further without */
  readonly mustAgree: boolean;
}

/** A self-generated code, hashed on the device: what is typed is neither kept nor sent. */
export interface CodePart {
  readonly kind: 'code';
  readonly id: string;
  /** default: `defaultSelfGeneratedCode`. Write the set into the plan where it must not change with a later version */
  readonly code?: SelfGeneratedCode;
  /** the key of the study, at least 16 characters, the same in every wave (see `hashSelfGeneratedCode`) */
  readonly key: string;
}

/** A text between the questions. */
export interface TextPart {
  readonly kind: 'text';
  readonly id: string;
  readonly title?: PlanText;
  readonly text: PlanText;
}

interface Question {
  readonly id: string;
  readonly question: PlanText;
  readonly hint?: PlanText;
  /** default: false */
  readonly required?: boolean;
}

/** One of several options. */
export interface ChoicePart extends Question {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly text: PlanText }[];
}

export interface NumberPart extends Question {
  readonly kind: 'number';
  /** inclusive; default: none */
  readonly minimum?: number;
  readonly maximum?: number;
  /** whether only whole numbers fit; default: false */
  readonly whole?: boolean;
  /** after the box, such as "years" */
  readonly unit?: PlanText;
}

/** A line of text; `maximumLength` in characters as people count them, default 200. */
export interface ShortTextPart extends Question {
  readonly kind: 'short-text';
  readonly maximumLength?: number;
}

/** Several lines of text; `maximumLength` default 2,000. */
export interface LongTextPart extends Question {
  readonly kind: 'long-text';
  readonly maximumLength?: number;
}

export type QuestionPart = ChoicePart | NumberPart | ShortTextPart | LongTextPart;
export type FormPart = InstrumentPart | ConsentPart | CodePart | TextPart | QuestionPart;

/** A scale that respondents see their own score of. */
export interface ShownScale {
  readonly instrument: string;
  readonly scale: string;
  /**
   * Standard deviation and reliability of this score in the study's own reference sample: both, and the score is shown
   * with an interval; else without.
   */
  readonly standardDeviation?: number;
  readonly reliability?: number;
  /** id of one of the instrument's bands, to name the one the score is in; default: none, a band says little of a person */
  readonly bands?: string;
}

/** Which scores a respondent sees after answering, computed on the device. */
export interface ScoreDisplay {
  /** default: every scale of every instrument in the plan */
  readonly scales?: readonly ShownScale[];
  /** confidence level of the intervals; default 0.95 */
  readonly level?: number;
}

/**
 * What a form consists of, as data for both doors: instruments with consent, texts and a few questions around them, in
 * order. Ids of parts are lower-case words joined by hyphens.
 */
export interface FormPlan {
  readonly format: 'peerscale/form-plan@1';
  readonly id: string;
  readonly version: string;
  readonly parts: readonly FormPart[];
  /** whom to turn to, shown on every screen that asks and after sending; the study's own words */
  readonly helpContacts?: { readonly title?: PlanText; readonly text: PlanText };
  /** default: no scores are shown */
  readonly showScores?: ScoreDisplay;
}
