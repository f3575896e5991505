import type { Context } from 'hono';
import { Refusal } from '../../refusal.ts';
import type { OwnRun } from './kept-run.ts';

/** How far work has come that no rollback takes back: whoever asks again must not have it done twice. */
export interface Progress {
  /** what was stored last, by an earlier run as well; undefined where nothing was done that stays */
  earlier(): unknown;
  /**
   * Stores how far it has come, where the request has a key.
   *
   * @param state asked for whenever it is stored: now, and until the request is answered
   * @throws Refusal where another process has taken the work over: nothing more may be done here
   */
  reached(state: () => unknown): Promise<void>;
}

export const PROGRESS = 'progress';

export function progressOfRun(run: OwnRun, earlier: unknown): Progress {
  let last: () => unknown = () => earlier ?? undefined;
  return {
    earlier: () => last(),
    async reached(state) {
      last = state;
      if (!(await run.reached(state))) throw new Refusal('idempotency-unfinished');
    },
  };
}

const WITHOUT_KEY: Progress = { earlier: () => undefined, reached: async () => {} };

/** The progress of a request under an `Idempotency-Key`; of one without nothing is kept. */
export function progressOf(c: Context): Progress {
  return (c.get(PROGRESS as never) as Progress | undefined) ?? WITHOUT_KEY;
}
