import type { PlanText } from '../plan/form-plan.ts';

/** How an answer is brought to one form before it is hashed. */
export type CodeElementKind = 'letter' | 'letters' | 'day' | 'count' | 'digits';

/** One element of a self-generated code. */
export interface CodeElement {
  /** lower-case words joined by hyphens: the name of the hash in the record */
  readonly id: string;
  /**
   * `letter`: the first letter of what was typed · `letters`: the first `length` letters · `day`: a day of the month,
   * 1 to 31 · `count`: a whole number from 0, without a sign · `digits`: the last `length` digits
   */
  readonly kind: CodeElementKind;
  /** of `letters` and `digits`; default 2 */
  readonly length?: number;
  readonly question: PlanText;
  readonly hint?: PlanText;
}

/** Questions whose answers only the respondent knows, and gives again in the next wave. */
export interface SelfGeneratedCode {
  readonly elements: readonly CodeElement[];
}
