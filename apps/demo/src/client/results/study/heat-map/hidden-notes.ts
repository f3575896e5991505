import { letterOf } from '../letter-of.ts';
import type { HeatMapData } from './heat-map-of.ts';

export interface HiddenNote {
  /** a, b, c … as it stands in the cells */
  readonly letter: string;
  readonly sentence: string;
}

/** A letter for every reason why a cell is not shown, in the order in which a reader meets them. */
export function hiddenNotes(
  { rows }: Pick<HeatMapData, 'rows'>,
  sentenceOf: (cell: Extract<HeatMapData['rows'][number]['cells'][number], { status: 'suppressed' }>) => string,
): ReadonlyMap<string, HiddenNote> {
  const notes = new Map<string, HiddenNote>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.status !== 'suppressed') continue;
      const sentence = sentenceOf(cell);
      if (!notes.has(sentence)) notes.set(sentence, { letter: letterOf(notes.size), sentence });
    }
  }
  return notes;
}
