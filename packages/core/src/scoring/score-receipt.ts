import type { MissingRule } from '../instrument/instrument.ts';
import type { MissingReason } from '../instrument/missing-reason.ts';

/** Why there is no score. */
export type NoScoreReason = 'no-answers' | 'incomplete' | 'too-few-answered';

/** A score in short: the figures of its receipt. */
export interface ScoreOutcome {
  /** null where the missing rule gives no score: then `reason` says why */
  readonly value: number | null;
  /** number of items that entered the score */
  readonly used: number;
  /** whether the person's mean of what was answered stood in for what was missing */
  readonly prorated: boolean;
  readonly reason: NoScoreReason | null;
}

/** A score with all that is needed to check it by hand. */
export interface ScoreReceipt {
  readonly scale: string;
  /** null where the missing rule gives no score: then `reason` says why */
  readonly value: number | null;
  readonly method: 'mean' | 'sum' | 'count';
  /** the lowest and the highest score that answers can give, after the transform */
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** items that entered the score, in the order of the scale */
  readonly used: readonly string[];
  readonly missing: readonly { readonly item: string; readonly reason: MissingReason }[];
  /** items whose reason for missing counted as a code, because the authors of the scale say so; they are in `used` too */
  readonly substituted: readonly { readonly item: string; readonly reason: MissingReason; readonly code: number }[];
  /** items of the scale that are reversed under the coding of these answers */
  readonly reversed: readonly string[];
  /** scores of the scales that this one is made of; empty where it is made of items */
  readonly parts: readonly { readonly scale: string; readonly value: number | null }[];
  /** weights other than 1, by item or part */
  readonly weights: Readonly<Record<string, number>>;
  readonly transform: 'percent-of-maximum' | null;
  readonly rule: MissingRule;
  /** whether the person's mean of what was answered stood in for what was missing */
  readonly prorated: boolean;
  /** id@version of the definition */
  readonly instrument: string;
  readonly reason: NoScoreReason | null;
}
