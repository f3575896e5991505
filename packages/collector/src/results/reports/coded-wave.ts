import type { CodedWave } from '@peerscale/core';
import { address, type WaveRelease } from '../release/wave-release.ts';
import { tableOf } from '../view/study-results.ts';
import type { PeopleOfWave } from './people-of-wave.ts';

/** The codes of the people of two waves, element by element; of a wave in which nobody gave one all are missing. */
export function codedWaves(first: PeopleOfWave, second: PeopleOfWave): readonly [CodedWave, CodedWave] {
  const all = [...first.codes, ...second.codes].flatMap((code) => Object.keys(code ?? {}));
  const elements = [...new Set(all)].sort();
  const coded = ({ codes }: PeopleOfWave): CodedWave => ({
    elements,
    hashes: elements.map((element) => codes.map((code) => code?.[element] ?? null)),
  });
  return [coded(first), coded(second)];
}

/** Whether the people with a score are as many as those in the results: nobody has taken back an answer since. */
export function isAsReleased(release: WaveRelease, { columns }: PeopleOfWave, id: string): boolean {
  const { instrument, scale, values } = columns.get(id)!;
  const whole = tableOf(release, instrument, scale.id)?.table.figures[address(null, null)];
  if (typeof whole !== 'object' || !('is' in whole)) return false;
  return values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0) === whole.is[0];
}

/**
 * Whether everybody who took part is still there. Who is linked may follow from the code of somebody who is in no figure: as
 * soon as that one has gone, so that a code is there once, another person can be found.
 */
export function isEverybodyThere({ participation }: WaveRelease, { rows }: PeopleOfWave): boolean {
  const whole = participation[address(null, null)];
  return typeof whole === 'object' && 'is' in whole && whole.is === rows;
}
