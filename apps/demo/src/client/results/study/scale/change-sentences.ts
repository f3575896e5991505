import type { ScaleResults, WaveDifference } from '../../../api/results.ts';
import type { ResultsWords } from '../../../words/results.ts';
import type { Formats } from '../../formats.ts';

/** What may be said of a difference: `steady` where its interval contains none at all. */
export type Direction = 'up' | 'down' | 'steady' | 'unknown';

export function directionOf({ difference, interval }: Pick<WaveDifference, 'difference' | 'interval'>): Direction {
  if (interval === null) return 'unknown';
  if (interval.lower > 0) return 'up';
  return interval.upper < 0 ? 'down' : difference === 0 || interval.upper >= 0 ? 'steady' : 'unknown';
}

/** Whether a direction is good news; null where it is neither, or where the scale does not say. */
export function isBetter(direction: Direction, favourable: ScaleResults['favourable']): boolean | null {
  if (favourable === null || direction === 'steady' || direction === 'unknown') return null;
  return (direction === 'up') === (favourable === 'high');
}

/** A change in words that do not claim more than its interval carries. @param wave name of the wave it is measured from */
export function changeSentences(
  change: WaveDifference,
  favourable: ScaleResults['favourable'],
  wave: string,
  words: ResultsWords['changeWords'],
  { figure, signed, percent }: Formats,
): string[] {
  const { difference, interval, effect, size } = change;
  const direction = directionOf(change);
  if (interval === null || direction === 'unknown') return [words.plain(signed(difference), wave)];
  const ends = [percent(interval.level), signed(interval.lower), signed(interval.upper)] as const;
  const sentences: string[] = [];
  if (direction === 'steady') {
    sentences.push(words.unsure(...ends, wave));
  } else {
    const better = isBetter(direction, favourable);
    sentences.push(words.lead(figure(Math.abs(difference)), words[direction], wave));
    if (better !== null) sentences.push(better ? words.good : words.bad);
    sentences.push(words.sure(...ends));
  }
  if (size !== null && effect !== null) sentences.push(`${words.size[size]}${words.effect(signed(effect))}`);
  return sentences;
}
