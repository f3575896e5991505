import type { FirstMessages, KeepMode, KeepProblem } from '@peerscale/form';

/** What the person should know about where their answers are before they send them. */
export function keepingNote(keep: KeepMode, problem: KeepProblem | null, texts: FirstMessages): string {
  if (keep === 'none') return texts.sharedComputer;
  if (problem !== null) return texts.notKept;
  return keep === 'device' ? texts.kept : texts.keptInTab;
}
