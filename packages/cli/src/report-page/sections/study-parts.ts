import type { Estimate } from '@peerscale/core';
import type { Block } from '../document/document.ts';
import { type Inline, outside, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';

/** The name of a scale as the rest of the report has it; that of a column of numbers is in no language. */
export function studyName(view: View, id: string): Inline {
  const scale = view.report.scales.find((known) => known.id === id);
  return scale === undefined ? outside(id) : localized(view, scale.name);
}

/** "[1.20, 3.40]"; nothing where there is no interval. */
export function intervalOf({ words: { format } }: View, { interval }: Pick<Estimate, 'interval'>): string {
  return interval === null ? '' : format.interval(format.figure(interval.lower), format.figure(interval.upper));
}

/** A p value: three decimals, "< .001" where it is smaller. */
export const pOf = ({ words: { format } }: View, p: number | null): string =>
  p !== null && p < 0.001 ? `< ${format.precise(0.001)}` : format.precise(p);

/** Notes of some issues, each said once; none where there are none. */
export function notesOf(view: View, sentences: readonly string[]): Block[] {
  const said = [...new Set(sentences)].filter((sentence) => sentence !== '');
  if (said.length === 0) return [];
  const items = said.map((sentence) => text`${sentence}`);
  return [{ kind: 'notes', tone: 'note', title: view.words.study.notes, items }];
}

/** A paragraph of plain words. */
export const sentence = (words: string): Block => ({ kind: 'paragraph', text: text`${words}` });
