import {
  type ChangeReportInput,
  type ChangeReportScale,
  changeReport,
  linkWaves,
  possibleRange,
} from '@peerscale/core';
import { Refusal } from '../../refusal.ts';
import { readRelease } from '../release/read-release.ts';
import { address, type WaveRelease } from '../release/wave-release.ts';
import type { StudyChange } from '../results-types.ts';
import type { FoldOptions } from '../tally/fold.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { codedWaves, isAsReleased, isEverybodyThere } from './coded-wave.ts';
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
export async function changeBetween(options: FoldOptions, pair: WavePair): Promise<StudyChange> {
  const { first, second, minimum } = pair;
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
  const linkedLeftOut = leftOutOf(pair);
  if (linkedLeftOut === null) {
    const { links } = linkWaves(...codedWaves(before, after));
    const areAllThere = isEverybodyThere(releases[0], before) && isEverybodyThere(releases[1], after);
    const ofLinked = areAllThere ? await scalesOfLinked(options, pair, [before, after], links, ids) : new Set<string>();
    const linked = changeOf({ ...input, links, linkedBy: 'code' });
    // where those linked are not shown, nothing may rest on them, and nothing say how many they are
    const scales = report.scales.map((scale, place) => {
      const found = linked.scales[place]!;
      return found.linked !== null && ofLinked.has(ids[place]!) ? found : withoutLinked(scale);
    });
    const issues = linked.issues.filter(({ code }) => code !== 'nobody-linked');
    report = { ...linked, scales, issues };
  }
  const rounded = roundedChange({
    ...report,
    first: { ...report.first, rows: rows[0]! },
    second: { ...report.second, rows: rows[1]! },
  });
  return { ...rounded, linkedLeftOut };
}

function leftOutOf(pair: WavePair): StudyChange['linkedLeftOut'] {
  if (!pair.isLinked) return 'no-codes';
  return areNeighbours(pair) ? null : 'waves-apart';
}

/** People are looked for in a wave and the next one alone: more pairs, each a little different, would tell of single people. */
export const areNeighbours = ({ first, second }: WavePair): boolean => second.number === first.number + 1;

const withoutLinked = (scale: ChangeReportScale): ChangeReportScale => ({
  ...scale,
  issues: [
    ...scale.issues,
    {
      code: 'too-few-linked',
      message:
        'Those linked are not shown by themselves: they, or those there only once, are too few, or would be given away by other figures.',
    },
  ],
});

export const tooFew = (): Refusal =>
  new Refusal('wave-state', { detail: 'Too few people answered for this figure to be shown.' });

export const bothWaves = async (options: FoldOptions, { first, second, minimum }: WavePair) =>
  [await peopleOfWave(options, first, minimum), await peopleOfWave(options, second, minimum)] as const;

export const bothReleases = async (options: FoldOptions, { first, second, minimum }: WavePair) =>
  [await readRelease(options, first, minimum), await readRelease(options, second, minimum)] as const;

/** How many took part, as the results tell it. */
export function participantsOf({ participation }: WaveRelease): number {
  const whole = participation[address(null, null)];
  if (typeof whole !== 'object' || !('is' in whole)) throw tooFew();
  return whole.is;
}
