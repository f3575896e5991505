import { linkWaves } from '@peerscale/core';
import { readRelease } from '../release/read-release.ts';
import type { FoldOptions } from '../tally/fold.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { areAnswersKept } from './answers-kept.ts';
import { codedWaves, isEverybodyThere } from './coded-wave.ts';
import { wouldTellOfFew } from './linked-few.ts';
import { type PeopleOfWave, peopleOfWave } from './people-of-wave.ts';

type Links = ReturnType<typeof linkWaves>['links'];

/**
 * Of which scales figures of the linked people of two consecutive waves may be shown, beside what is out already: the
 * results of both waves, and the linked people of the pair before, who share the first of the two. Where those cannot be
 * found any more, of none.
 */
export async function scalesOfLinked(
  options: FoldOptions,
  { first, minimum }: { readonly first: StartedWave; readonly minimum: number },
  [before, after]: readonly [PeopleOfWave, PeopleOfWave],
  links: Links,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const earlier = await linkedBefore(options, first, before, minimum);
  return new Set(
    ids.filter((id) => {
      const was = earlier?.(id);
      if (was === undefined) return false;
      const [one, other] = [before.columns.get(id)!.values, after.columns.get(id)!.values];
      const both = links.filter((link) => !Number.isNaN(one[link.first]!) && !Number.isNaN(other[link.second]!));
      const [inFirst, inSecond] = [new Set(both.map((link) => link.first)), new Set(both.map((link) => link.second))];
      return (
        !wouldTellOfFew(counted(before, id, inFirst, was), minimum) &&
        !wouldTellOfFew(counted(after, id, inSecond, new Set()), minimum)
      );
    }),
  );
}

/** The people of a wave, by scale, who were found in the wave before it; undefined where that cannot be said. */
async function linkedBefore(
  options: FoldOptions,
  wave: StartedWave,
  people: PeopleOfWave,
  minimum: number,
): Promise<((id: string) => ReadonlySet<number> | undefined) | undefined> {
  const { store } = options;
  const previous = await store.db
    .selectFrom('wave')
    .selectAll()
    .where('study_id', '=', wave.study_id)
    .where('number', '=', wave.number - 1)
    .executeTakeFirst();
  if (previous === undefined) return () => new Set();
  // a pair that is yet to come would not know of this one
  if (previous.state !== 'closed') return undefined;
  const own = await peopleOfWave(options, previous as StartedWave, minimum);
  if (!(await areAnswersKept(store, previous.id))) return undefined;
  const release = await readRelease(options, previous, minimum);
  if (!isEverybodyThere(release, own)) return undefined;
  const { links } = linkWaves(...codedWaves(own, people));
  return (id) => {
    const values = own.columns.get(id)?.values;
    if (values === undefined) return new Set();
    const now = people.columns.get(id)!.values;
    return new Set(
      links
        .filter((link) => !Number.isNaN(values[link.first]!) && !Number.isNaN(now[link.second]!))
        .map((link) => link.second),
    );
  };
}

const counted = (
  { columns, teams, groups }: PeopleOfWave,
  id: string,
  linked: ReadonlySet<number>,
  was: ReadonlySet<number>,
) =>
  Array.from(columns.get(id)!.values.keys())
    .filter((row) => !Number.isNaN(columns.get(id)!.values[row]!))
    .map((row) => ({ cell: `${teams[row]}|${groups[row]}`, isLinked: linked.has(row), wasLinked: was.has(row) }));
