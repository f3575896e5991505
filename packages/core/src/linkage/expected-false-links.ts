import { seededRandom } from '../random/index.ts';
import { type CodedWave, personsOf, refuseOtherElements } from './coded-wave.ts';
import { linkWaves, type WaveLinkage } from './link-waves.ts';

/** How many links chance alone makes. */
export interface ExpectedFalseLinks {
  /** mean number of links between people who have nothing to do with each other */
  readonly exact: number;
  readonly tolerant: number;
  /** both over the links found: an estimate of the share that is false; NaN without links */
  readonly shareOfLinks: number;
  readonly draws: number;
}

/**
 * Expected false matches by simulation: as many strangers as were left unlinked in each wave are made up, each of their
 * elements drawn from the answers to it in that wave, and linked by the same rules. Only people without their own second
 * record can be taken for somebody else, and these are at most those left over and those linked wrongly.
 *
 * Elements are drawn independently of each other, and covariates as they are (jointly). Where elements go together, such as
 * birth town and school town, chance makes more links than this says.
 *
 * @param linkage of the same two waves (`linkWaves`)
 * @param draws default 100
 * @param seed whole number from 0 to 2^32 - 1, default 1
 * @throws RangeError for waves with other elements, draws that are not a whole number from 1, or a wrong seed
 * @see Schnell, Bachteler & Reiher (2010), doi:10.1177/0193841X10387576
 * @example
 * const wave = { elements: ['day'], hashes: [['a', 'b', 'c']] };
 * expectedFalseLinks(wave, wave, linkWaves(wave, wave)).shareOfLinks // 0
 */
export function expectedFalseLinks(
  first: CodedWave,
  second: CodedWave,
  linkage: WaveLinkage,
  { draws = 100, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): ExpectedFalseLinks {
  refuseOtherElements(first, second);
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Unexpected draws: ${draws}.`);
  const random = seededRandom(seed);
  const left1 = linkage.first.ambiguous + linkage.first.unmatched;
  const left2 = linkage.second.ambiguous + linkage.second.unmatched;
  let [exact, tolerant] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const { first: counts } = linkWaves(strangers(first, left1, random), strangers(second, left2, random));
    exact += counts.exact;
    tolerant += counts.tolerant;
  }
  return {
    exact: exact / draws,
    tolerant: tolerant / draws,
    shareOfLinks: (exact + tolerant) / draws / (linkage.links.length || NaN),
    draws,
  };
}

function strangers(wave: CodedWave, count: number, random: () => number): CodedWave {
  const persons = personsOf(wave);
  const someone = (): number => Math.floor(random() * persons);
  const models = Array.from({ length: count }, someone);
  return {
    elements: wave.elements,
    hashes: wave.hashes.map((column) => models.map(() => column[someone()]!)),
    covariates: (wave.covariates ?? []).map((column) => models.map((person) => column[person]!)),
  };
}
