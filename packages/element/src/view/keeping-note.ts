import type { AnswerStore, FormMessages } from '@peerscale/form';

/** What the person should know about where their answers are before they send them. */
export function keepingNote({ mode, problem }: AnswerStore, shared: boolean, texts: FormMessages): string | null {
  if (shared) return texts.sharedComputer;
  if (mode === 'none') return null;
  if (problem !== null) return texts.notKept;
  return mode === 'device' ? texts.kept : texts.keptInTab;
}
