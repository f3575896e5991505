import type { Context } from 'hono';
import type { Transaction } from 'kysely';
import { Refusal } from '../../refusal.ts';
import type { Database } from '../../store/database.ts';
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
  /**
   * The same by `mark`, within the transaction that `work` makes: both are on the disk, or neither.
   *
   * @param work fails where `mark` does
   */
  together<T>(
    state: () => unknown,
    work: (mark: (trx: Transaction<Database>) => Promise<void>) => Promise<T>,
  ): Promise<T>;
}

export const PROGRESS = 'progress';

export function progressOfRun(run: OwnRun, earlier: unknown): Progress {
  let last: () => unknown = () => earlier ?? undefined;
  return {
    earlier: () => last(),
    async reached(state) {
      last = state;
      if (!(await run.reached(state))) throw takenOver();
    },
    async together(state, work) {
      const result = await run.together(state, (mark) =>
        work(async (trx) => {
          if (!(await mark(trx))) throw takenOver();
        }),
      );
      last = state;
      return result;
    },
  };
}

const takenOver = (): Refusal => new Refusal('idempotency-unfinished');

const WITHOUT_KEY: Progress = {
  earlier: () => undefined,
  reached: async () => {},
  together: (_, work) => work(async () => {}),
};

/** The progress of a request under an `Idempotency-Key`; of one without nothing is kept. */
export function progressOf(c: Context): Progress {
  return (c.get(PROGRESS as never) as Progress | undefined) ?? WITHOUT_KEY;
}
