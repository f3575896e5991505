import {
  type ChangeReport,
  type CodedWave,
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
import { tableOf } from '../view/study-results.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { type PeopleOfWave, peopleOfWave } from './people-of-wave.ts';
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
 */
export async function changeBetween(options: FoldOptions, pair: WavePair): Promise<ChangeReport> {
  const { first, second, minimum, isLinked } = pair;
  const [before, after] = await bothWaves(options, pair);
  const releases = [await readRelease(options, first, minimum), await readRelease(options, second, minimum)] as const;
  const ids = [...before.columns.keys()].filter(
    (id) => after.columns.has(id) && isAsReleased(releases[0], before, id) && isAsReleased(releases[1], after, id),
  );
  const links = isLinked ? linkWaves(codedWave(before), codedWave(after)).links : undefined;
  const report = changeReport(
    {
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
      ...(links === undefined ? {} : { links, linkedBy: 'code' as const }),
    },
    // figures of everybody are in the results anyway
    { minimumGroupSize: minimum, basis: 'everybody' },
  );
  return roundedChange(report);
}

/** How well two closed waves were linked. @throws Refusal for a study that links nobody, or waves of few people */
export async function linkageBetween(options: FoldOptions, pair: WavePair): Promise<LinkageReport> {
  const { first, second, minimum, isLinked } = pair;
  if (!isLinked) throw new Refusal('study-state', { detail: 'The study asks for no codes that link its waves.' });
  const [before, after] = await bothWaves(options, pair);
  if (Math.min(before.rows, after.rows) < minimum) throw tooFew();
  const [one, other] = [codedWave(before), codedWave(after)];
  return linkageReport({ first: first.name, second: second.name }, one, other, linkWaves(one, other));
}

export const tooFew = (): Refusal =>
  new Refusal('wave-state', { detail: 'Too few people answered for this figure to be shown.' });

const bothWaves = async (options: FoldOptions, { first, second, minimum }: WavePair) =>
  [await peopleOfWave(options, first, minimum), await peopleOfWave(options, second, minimum)] as const;

function isAsReleased(release: WaveRelease, { columns }: PeopleOfWave, id: string): boolean {
  const { instrument, scale, values } = columns.get(id)!;
  const whole = tableOf(release, instrument, scale.id)?.table.figures[address(null, null)];
  if (typeof whole !== 'object' || !('is' in whole)) return false;
  return values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0) === whole.is[0];
}

function codedWave({ codes }: PeopleOfWave): CodedWave {
  const elements = [...new Set(codes.flatMap((code) => Object.keys(code ?? {})))].sort();
  return { elements, hashes: elements.map((element) => codes.map((code) => code?.[element] ?? null)) };
}
