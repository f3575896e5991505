import type { MissingRule } from '../instrument/instrument.ts';
import type { MissingReason } from '../responses/response-record.ts';

/** Why there is no score. */
export type NoScoreReason = 'no-answers' | 'incomplete' | 'too-few-answered';

/** A score with all that is needed to check it by hand. */
export interface ScoreReceipt {
  readonly scale: string;
  /** null where the missing rule gives no score: then `reason` says why */
  readonly value: number | null;
  readonly method: 'mean' | 'sum';
  /** items that entered the score, in the order of the scale */
  readonly used: readonly string[];
  readonly missing: readonly { readonly item: string; readonly reason: MissingReason }[];
  /** items of the scale that are reversed under the coding of these answers */
  readonly reversed: readonly string[];
  readonly rule: MissingRule;
  /** whether the person's mean of the answered items stood in for missing ones */
  readonly prorated: boolean;
  /** id@version of the definition */
  readonly instrument: string;
  readonly reason: NoScoreReason | null;
}
