import { limitWork } from '../../access/password/limit-work.ts';
import { Refusal } from '../../refusal.ts';
import type { Store } from '../../store/store.ts';
import type { StudyRecord } from '../../studies/study-room.ts';
import { keepText, type StoredRelease } from '../release/read-release.ts';
import type { FoldOptions } from '../tally/fold.ts';
import type { StudyWork } from '../thread/thread-messages.ts';
import { workInThread } from '../thread/work-in-thread.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { areAnswersKept } from './answers-kept.ts';
import type { WavePair } from './change-between.ts';

/** Reports over rows take seconds of a large study: one after the other, and few may wait. */
const oneByOne = limitWork({ concurrent: 1, waiting: 4 });

const MOST_REFUSALS = 500;
const refusals = new WeakMap<Store, Map<string, Refusal>>();

/**
 * A report over the answers of closed waves, as it is stored; else made, one at a time in this process, and stored. A
 * refusal is kept as well, so that asking again costs nothing. Nothing is made once answers are being deleted.
 *
 * @throws Refusal as the work does, and where answers were deleted
 * @throws BusyError where too many wait
 */
export async function keptReport(
  options: FoldOptions,
  id: string,
  waves: readonly [...StartedWave[], StartedWave],
  work: StudyWork,
): Promise<StoredRelease> {
  const { store } = options;
  const known = refusals.get(store) ?? new Map<string, Refusal>();
  refusals.set(store, known);
  const refused = known.get(id);
  if (refused !== undefined) throw refused;
  const check = async () => {
    for (const wave of waves) if (!(await areAnswersKept(store, wave.id))) throw answersGone();
  };
  try {
    return await keepText(store, id, waves.at(-1)!, () =>
      oneByOne(async () => {
        await check();
        const report = await workInThread(options, work);
        // what was read while a deletion began may be a part
        await check();
        return report;
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) {
      if (known.size >= MOST_REFUSALS) known.delete(known.keys().next().value!);
      known.set(id, error);
    }
    throw error;
  }
}

/** The change between two closed waves: made once and kept. */
export function keptChange(options: FoldOptions, pair: WavePair): Promise<StoredRelease> {
  const { first, second } = pair;
  return keptReport(options, `${first.id}/change/${second.id}`, [first, second], { do: 'change', pair });
}

/** @param first closed, and before `second` */
export const wavePairOf = (study: StudyRecord, first: StartedWave, second: StartedWave): WavePair => ({
  first,
  second,
  minimum: study.minimum_group_size,
  isLinked: study.linkage === 'code',
});

const answersGone = (): Refusal =>
  new Refusal('wave-state', { detail: 'The answers of a wave have been deleted, or nobody gave any.' });
