import type { SuppressionReason } from '@peerscale/core';
import type { ResultsWords } from '../../words/results.ts';

/** Names of what a reason may point to: ids of teams and groups. */
export type NameOf = (id: string) => string;

/**
 * Why a figure is not shown. Who looks after the study is told which of the reasons it was; to everybody else all reasons are
 * the same sentence, because "this one is large enough" is itself a fact about it.
 *
 * @param minimum people a figure must be about, for readers who are not told the reason
 */
export function hiddenSentence(
  reason: SuppressionReason | null,
  minimum: number,
  words: ResultsWords['hidden'],
  nameOf: NameOf = (id) => id,
): string {
  if (reason === null) return words.anybody(minimum);
  if (reason.code !== 'protects') return words[reason.code](reason.minimum);
  // where a cell lies: its team or setting and its group, null for all of them
  const others = reason.protects.flatMap((id) => (id === null ? [] : [nameOf(id)]));
  return words.protects(reason.minimum, others.length === 0 ? words.total : others.join(', '));
}
