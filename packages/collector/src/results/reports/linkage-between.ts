import { type LinkageReport, linkageReport, linkWaves } from '@peerscale/core';
import { Refusal } from '../../refusal.ts';
import type { FoldOptions } from '../tally/fold.ts';
import { areNeighbours, bothReleases, bothWaves, participantsOf, tooFew, type WavePair } from './change-between.ts';
import { codedWaves, isEverybodyThere } from './coded-wave.ts';
import { roundedLinkage } from './rounded-linkage.ts';

/**
 * How well the people of a wave were found in the next one. Only there: who was in a first and a third wave and not in the
 * one between would follow from the counts of three pairs. Those found are told as a number where they, and those who were
 * in either wave alone, are nobody or enough.
 *
 * @throws Refusal for a study that links nobody, waves that do not follow each other, few people, and where somebody has
 *   taken answers back: what is told of a wave's codes in two pairs would differ by that person
 */
export async function linkageBetween(options: FoldOptions, pair: WavePair): Promise<LinkageReport> {
  const { first, second, minimum, isLinked } = pair;
  if (!isLinked) throw new Refusal('study-state', { detail: 'The study asks for no codes that link its waves.' });
  if (!areNeighbours(pair)) throw new Refusal('waves-apart');
  const releases = await bothReleases(options, pair);
  for (const release of releases) participantsOf(release);
  const waves = await bothWaves(options, pair);
  if (!waves.every((people, at) => isEverybodyThere(releases[at]!, people))) {
    throw new Refusal('wave-state', { detail: 'Answers were taken back before this was worked out.' });
  }
  const [one, other] = codedWaves(...waves);
  const linkage = linkWaves(one, other);
  const found = linkage.links.length;
  const isEnough = (people: number) => people === 0 || people >= minimum;
  if (found < minimum || !waves.every(({ rows }) => isEnough(rows - found))) throw tooFew();
  return roundedLinkage(linkageReport({ first: first.name, second: second.name }, one, other, linkage), minimum);
}
