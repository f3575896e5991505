import { type CodedWave, personsOf } from './coded-wave.ts';
import { linkWaves, type WaveLinkage } from './link-waves.ts';

/** Who is who over several waves. */
export interface LinkedPersons {
  /** for each wave the person of each record: whole numbers from 0 that mean nothing else */
  readonly persons: readonly Int32Array[];
  /** how many different persons there are */
  readonly count: number;
  /** how each wave after the first was linked to all before it */
  readonly linkages: readonly WaveLinkage[];
}

/**
 * Links wave after wave to everybody known so far, each by the latest code: somebody who stays away once is found again.
 * Whoever is not found, or only with a tie, counts as a new person, so no change is made up.
 *
 * @throws RangeError as `linkWaves`
 * @example
 * const wave = (...days: string[]) => ({ elements: ['day'], hashes: [days] });
 * linkPersons([wave('a', 'b'), wave('b'), wave('a', 'b')]).persons[2] // 0, 1
 */
export function linkPersons(waves: readonly CodedWave[]): LinkedPersons {
  const [start, ...rest] = waves;
  if (start === undefined) return { persons: [], count: 0, linkages: [] };
  const persons = [Int32Array.from({ length: personsOf(start) }, (_, place) => place)];
  const linkages: WaveLinkage[] = [];
  let known = start;
  for (const wave of rest) {
    const linkage = linkWaves(known, wave);
    const found = new Int32Array(personsOf(wave)).fill(-1);
    for (const { first, second } of linkage.links) found[second] = first;
    let next = personsOf(known);
    persons.push(found.map((person) => (person >= 0 ? person : next++)));
    known = withLatest(known, wave, persons.at(-1)!, next);
    linkages.push(linkage);
  }
  return { persons, count: personsOf(known), linkages };
}

/** Everybody known, each with the code and covariates of the last wave that has them. */
function withLatest(known: CodedWave, wave: CodedWave, persons: Int32Array, count: number): CodedWave {
  const latest = <T>(before: readonly T[], now: readonly T[]): T[] => {
    const column: T[] = [...before];
    column.length = count;
    persons.forEach((person, place) => {
      column[person] = now[place]!;
    });
    return column;
  };
  return {
    elements: known.elements,
    hashes: known.hashes.map((column, element) => latest(column, wave.hashes[element]!)),
    covariates: (known.covariates ?? []).map((column, i) => latest(column, wave.covariates![i]!)),
  };
}
