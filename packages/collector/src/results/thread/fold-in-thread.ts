import { type FoldedWave, type FoldOptions, hasDue } from '../tally/fold.ts';
import { workInThread } from './work-in-thread.ts';

/** `foldWave` in the thread for results, where there is anything to add. */
export async function foldInThread(options: FoldOptions, wave: FoldedWave): Promise<number> {
  if (!(await hasDue(options.store, wave))) return 0;
  return JSON.parse(await workInThread(options, { do: 'fold', wave })) as number;
}
