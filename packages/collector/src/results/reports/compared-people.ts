import type { Catalogue } from '../../catalogue.ts';
import type { WaveRelease } from '../release/wave-release.ts';
import { askedInstruments } from '../tally/asked-instrument.ts';
import { frozenWave, type StartedWave } from '../view/study-waves.ts';
import type { PeopleOfWave } from './people-of-wave.ts';

/** By group, how many people can be compared. */
export type ComparedPeople = Readonly<Record<string, number>>;

/**
 * Who can be compared: people with a score on every scale that their group was asked in the wave, whatever the outcome is.
 * So the people of any two reports differ by whole groups, and not by the few who left something out.
 */
export function areCompared(wave: StartedWave, catalogue: Catalogue, { columns, groups }: PeopleOfWave): boolean[] {
  const asked = new Map(
    frozenWave(wave).groups.map(({ id, plan }) => [
      id,
      [...askedInstruments(plan, catalogue)].flatMap(([key, { scales }]) =>
        scales.map((scale) => `${key}/${scale.id}`),
      ),
    ]),
  );
  return groups.map((group, row) =>
    (asked.get(group) ?? []).every((id) => !Number.isNaN(columns.get(id)?.values[row] ?? NaN)),
  );
}

export function countCompared({ groups }: PeopleOfWave, isCompared: readonly boolean[]): ComparedPeople {
  const counts: Record<string, number> = {};
  groups.forEach((group, row) => {
    if (isCompared[row]) counts[group] = (counts[group] ?? 0) + 1;
  });
  return counts;
}

/**
 * Of which groups together reports may be made: those that were asked an instrument, the most groups first, then each by
 * itself; one after the other as long as no groups can be told apart, by adding and subtracting reports, that are few people
 * together. The same whichever is asked for first.
 *
 * @returns names as `nameOfGroups` gives them
 */
export function comparableGroups(
  { instruments }: WaveRelease,
  people: ComparedPeople,
  minimum: number,
): ReadonlySet<string> {
  const all = instruments.flatMap(({ tables }) => tables.map(({ groups }) => groups));
  const candidates = [...all, ...all.flat().map((group) => [group])].sort(
    (a, b) => b.length - a.length || (nameOfGroups(a) < nameOfGroups(b) ? -1 : 1),
  );
  const chosen = new Map<string, ReadonlySet<string>>();
  for (const candidate of candidates) {
    const more = new Map(chosen).set(nameOfGroups(candidate), new Set(candidate));
    const apart = new Map<string, number>();
    for (const [group, count] of Object.entries(people)) {
      const where = [...more.values()].map((groups) => Number(groups.has(group))).join('');
      if (where.includes('1')) apart.set(where, (apart.get(where) ?? 0) + count);
    }
    if ([...apart.values()].every((count) => count === 0 || count >= minimum)) {
      chosen.set(nameOfGroups(candidate), new Set(candidate));
    }
  }
  return new Set(chosen.keys());
}

export const nameOfGroups = (groups: readonly string[]): string => [...groups].sort().join(' ');
