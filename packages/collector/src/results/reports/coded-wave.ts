import type { CodedWave } from '@peerscale/core';
import { address, type WaveRelease } from '../release/wave-release.ts';
import { tableOf } from '../view/study-results.ts';
import type { PeopleOfWave } from './people-of-wave.ts';

/** The codes of a wave's people, element by element. */
export function codedWave({ codes }: PeopleOfWave): CodedWave {
  const elements = [...new Set(codes.flatMap((code) => Object.keys(code ?? {})))].sort();
  return { elements, hashes: elements.map((element) => codes.map((code) => code?.[element] ?? null)) };
}

/** Whether the people with a score are as many as those in the results: nobody has taken back an answer since. */
export function isAsReleased(release: WaveRelease, { columns }: PeopleOfWave, id: string): boolean {
  const { instrument, scale, values } = columns.get(id)!;
  const whole = tableOf(release, instrument, scale.id)?.table.figures[address(null, null)];
  if (typeof whole !== 'object' || !('is' in whole)) return false;
  return values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0) === whole.is[0];
}
