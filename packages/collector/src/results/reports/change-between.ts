import {
  type ChangeReport,
  type ChangeReportInput,
  type ChangeReportScale,
  changeReport,
  type LinkageReport,
  linkageReport,
  linkWaves,
  possibleRange,
} from '@peerscale/core';
import { Refusal } from '../../refusal.ts';
import { readRelease } from '../release/read-release.ts';
import { address, type WaveRelease } from '../release/wave-release.ts';
import type { FoldOptions } from '../tally/fold.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { codedWave, isAsReleased } from './coded-wave.ts';
import { scalesOfLinked } from './linked-people.ts';
import { peopleOfWave } from './people-of-wave.ts';
import { roundedChange } from './rounded-change.ts';

export interface WavePair {
  readonly first: StartedWave;
  readonly second: StartedWave;
  readonly minimum: number;
  /** whether people gave codes that link their waves */
  readonly isLinked: boolean;
}

/**
 * Change of everybody between two closed waves on every scale that both asked, those who are found again by their codes
 * apart. About the same people as the results: a scale is left out where answers were taken back since, because few of them
 * would follow from the difference.
 *
 * The linked are shown between a wave and the next one alone, and of scales where the people of both pairs that share a wave
 * differ by nobody or enough (`wouldTellOfFew`): with more pairs, each a little different, single people would follow.
 *
 * @throws Refusal where it is not told how many took part in a wave
 */
export async function changeBetween(options: FoldOptions, pair: WavePair): Promise<ChangeReport> {
  const { first, second, minimum, isLinked } = pair;
  const releases = await bothReleases(options, pair);
  const rows = releases.map(participantsOf);
  const [before, after] = await bothWaves(options, pair);
  const ids = [...before.columns.keys()].filter(
    (id) => after.columns.has(id) && isAsReleased(releases[0], before, id) && isAsReleased(releases[1], after, id),
  );
  const input: ChangeReportInput = {
    instrument: null,
    scales: ids.map((id) => {
      const { instrument, scale } = before.columns.get(id)!;
      return {
        id: `${instrument.id}/${scale.id}`,
        name: scale.name,
        possible: possibleRange(instrument, scale.id),
        reliability: null,
      };
    }),
    first: { file: first.name, rows: before.rows, scores: ids.map((id) => before.columns.get(id)!.values) },
    second: { file: second.name, rows: after.rows, scores: ids.map((id) => after.columns.get(id)!.values) },
  };
  // figures of everybody are in the results anyway
  const changeOf = (of: ChangeReportInput) => changeReport(of, { minimumGroupSize: minimum, basis: 'everybody' });
  let report = changeOf(input);
  if (isLinked && second.number === first.number + 1) {
    const { links } = linkWaves(codedWave(before), codedWave(after));
    const ofLinked = await scalesOfLinked(options, pair, [before, after], links, ids);
    const linked = changeOf({ ...input, links, linkedBy: 'code' });
    const unlinked = report.scales;
    const scales = linked.scales.map((scale, place) =>
      scale.linked === null || ofLinked.has(ids[place]!) ? scale : withoutLinked(unlinked[place]!),
    );
    report = { ...linked, scales };
  }
  return roundedChange({
    ...report,
    first: { ...report.first, rows: rows[0]! },
    second: { ...report.second, rows: rows[1]! },
  });
}

const withoutLinked = (scale: ChangeReportScale): ChangeReportScale => ({
  ...scale,
  issues: [
    ...scale.issues,
    {
      code: 'too-few-linked',
      message: 'Those linked are not shown by themselves: beside other figures they would give a few people away.',
    },
  ],
});

/** How well two closed waves were linked. @throws Refusal for a study that links nobody, or waves of few people */
export async function linkageBetween(options: FoldOptions, pair: WavePair): Promise<LinkageReport> {
  const { first, second, minimum, isLinked } = pair;
  if (!isLinked) throw new Refusal('study-state', { detail: 'The study asks for no codes that link its waves.' });
  for (const release of await bothReleases(options, pair)) participantsOf(release);
  const [before, after] = await bothWaves(options, pair);
  if (Math.min(before.rows, after.rows) < minimum) throw tooFew();
  const [one, other] = [codedWave(before), codedWave(after)];
  return linkageReport({ first: first.name, second: second.name }, one, other, linkWaves(one, other));
}

export const tooFew = (): Refusal =>
  new Refusal('wave-state', { detail: 'Too few people answered for this figure to be shown.' });

const bothWaves = async (options: FoldOptions, { first, second, minimum }: WavePair) =>
  [await peopleOfWave(options, first, minimum), await peopleOfWave(options, second, minimum)] as const;

const bothReleases = async (options: FoldOptions, { first, second, minimum }: WavePair) =>
  [await readRelease(options, first, minimum), await readRelease(options, second, minimum)] as const;

/** How many took part, as the results tell it. */
function participantsOf({ participation }: WaveRelease): number {
  const whole = participation[address(null, null)];
  if (typeof whole !== 'object' || !('is' in whole)) throw tooFew();
  return whole.is;
}
