import type { Action } from '../api/actions.ts';
import type { Wave } from '../api/studies.ts';

export interface Rooms {
  /** the wave after which they were to be looked at has begun, and nobody has said what became of them */
  readonly due: readonly Action[];
  readonly going: readonly Action[];
  readonly over: readonly Action[];
}

/** Sorts what was agreed by what there is to do about it, the newest first. */
export function roomsOf(actions: readonly Action[], started: readonly Pick<Wave, 'id'>[]): Rooms {
  const begun = new Set(started.map(({ id }) => id));
  const newestFirst = actions.toSorted((a, b) => b.createdOn.localeCompare(a.createdOn) || a.id.localeCompare(b.id));
  const isOver = ({ state }: Action) => state === 'done' || state === 'dropped';
  const isDue = ({ reviewWave }: Action) => reviewWave !== null && begun.has(reviewWave);
  const open = newestFirst.filter((action) => !isOver(action));
  return {
    due: open.filter(isDue),
    going: open.filter((action) => !isDue(action)),
    over: newestFirst.filter(isOver),
  };
}
