import { type CodedWave, personsOf } from './coded-wave.ts';

/** How well the code hides a person from a colleague who knows some of its elements. */
export interface CodeAnonymity {
  readonly persons: number;
  /** for each element the share of persons who are the only ones with their answer to it */
  readonly aloneByElement: Float64Array;
  /** the same for the two elements that tell most, and which */
  readonly aloneByPair: number;
  readonly pair: readonly [string, string] | null;
  /** `do-not-link`: fewer than 20 persons, where the code itself points to people; `link` otherwise */
  readonly advice: 'link' | 'do-not-link';
}

/** Below this many persons a code of a few elements can point to one of them. */
export const SMALLEST_LINKED_GROUP = 20;

/**
 * Looks at a group's codes with the eyes of a colleague: how many could be picked out by knowing one or two of the answers.
 * In groups below 20 the advice is not to link at all; offer the survey without a code there.
 *
 * @returns shares NaN where nobody answered the element
 * @throws RangeError for columns of different lengths
 * @example codeAnonymity({ elements: ['day'], hashes: [['a', 'a', 'b']] }).aloneByElement // 0.333
 */
export function codeAnonymity(wave: CodedWave): CodeAnonymity {
  const persons = personsOf(wave);
  const aloneByElement = Float64Array.from(wave.hashes, (column) => shareAlone([column]));
  let aloneByPair = NaN;
  let pair: readonly [string, string] | null = null;
  for (let i = 0; i < wave.elements.length; i++) {
    for (let j = i + 1; j < wave.elements.length; j++) {
      const share = shareAlone([wave.hashes[i]!, wave.hashes[j]!]);
      if (pair !== null && !(share > aloneByPair)) continue;
      aloneByPair = share;
      pair = [wave.elements[i]!, wave.elements[j]!];
    }
  }
  const advice = persons < SMALLEST_LINKED_GROUP ? 'do-not-link' : 'link';
  return { persons, aloneByElement, aloneByPair, pair, advice };
}

function shareAlone(columns: readonly (readonly (string | null)[])[]): number {
  const counts = new Map<string, number>();
  for (let person = 0; person < columns[0]!.length; person++) {
    if (columns.some((column) => column[person] === null)) continue;
    const key = columns.map((column) => column[person]).join('\n');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let [alone, all] = [0, 0];
  for (const count of counts.values()) {
    all += count;
    if (count === 1) alone++;
  }
  return all === 0 ? NaN : alone / all;
}
