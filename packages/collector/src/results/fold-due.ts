import { storedRelease } from './release/read-release.ts';
import type { FoldOptions } from './tally/fold.ts';
import { foldInThread } from './thread/fold-in-thread.ts';
import type { StartedWave } from './view/study-waves.ts';

/**
 * Adds what has come in to the tallies, and makes the release of every closed wave that has none: of one study, or of all.
 * For a timer, so that nobody waits for it; what a reader of results needs and is not there is made when it is asked for.
 * A wave that fails keeps the others from nothing.
 *
 * @returns how many responses were added
 * @throws what the first wave threw that failed, when all others are done
 * @example await foldDue({ store, catalogue });
 */
export async function foldDue(options: FoldOptions, studyId?: string): Promise<number> {
  const waves = await options.store.db
    .selectFrom('wave')
    .innerJoin('study', 'study.id', 'wave.study_id')
    .selectAll('wave')
    .select('study.minimum_group_size')
    .where('wave.state', '!=', 'planned')
    .where('wave.frozen', 'is not', null)
    .$if(studyId !== undefined, (query) => query.where('wave.study_id', '=', studyId!))
    .orderBy('wave.study_id')
    .orderBy('wave.number')
    .execute();
  let folded = 0;
  const failures: unknown[] = [];
  for (const { minimum_group_size, ...wave } of waves) {
    try {
      folded += await foldInThread(options, wave);
      if (wave.state === 'closed') await storedRelease(options, wave as StartedWave, minimum_group_size);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return folded;
}
