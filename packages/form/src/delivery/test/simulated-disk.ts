import type { Draft } from '../../draft/draft.ts';
import type { Deliverable } from '../../record/form-record.ts';
import type { AnswerStore, KeepProblem } from '../../store/answer-store.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** What happens to one step of the storage. `late` answers after the time limit of a step and is done nevertheless. */
export type DiskFault = 'none' | 'full' | 'slow' | 'late';

/** What is on the disk: it outlives tabs. */
export class SimulatedDisk {
  /** by sitting, the latest last */
  readonly drafts = new Map<string, Draft>();
  readonly outbox = new Map<string, Deliverable>();

  readonly #world: SimulatedWorld;
  readonly #faults: DiskFault[];
  readonly #denied: boolean;

  /** @param denied whether the browser keeps nothing at all */
  constructor(world: SimulatedWorld, faults: readonly DiskFault[], denied: boolean) {
    this.#world = world;
    this.#faults = [...faults];
    this.#denied = denied;
  }

  has(idempotencyKey: string): boolean {
    return this.drafts.has(idempotencyKey) || this.outbox.has(idempotencyKey);
  }

  /** The answer store of one tab: what it asked for and was not done when the tab closed is never done. */
  open(isOpen: () => boolean): AnswerStore {
    let problem: KeepProblem | null = null;
    let chain: Promise<unknown> = Promise.resolve();
    const step = <T>(work: () => T, otherwise: T): Promise<T> => {
      const result = chain.then(
        () =>
          new Promise<T>((resolve) => {
            const fault = this.#faults.shift() ?? 'none';
            const act = (): T => {
              if (this.#denied || fault === 'full') {
                problem = this.#denied ? 'denied' : 'full';
                return otherwise;
              }
              problem = null;
              return work();
            };
            const later = (milliseconds: number, run: () => void) =>
              void this.#world.at(milliseconds, () => isOpen() && run());
            if (fault === 'late') {
              later(3_000, () => resolve(otherwise));
              later(3_400, () => void act());
              return;
            }
            // on the disk first, and only then known in the tab
            later(fault === 'slow' ? 1_500 : 5, () => {
              const value = act();
              later(5, () => resolve(value));
            });
          }),
      );
      chain = result;
      return result;
    };
    return {
      mode: 'tab',
      get problem() {
        return problem;
      },
      load: () => step(() => [...this.drafts.values()].at(-1) ?? null, null),
      save: (draft) =>
        step(() => {
          this.drafts.delete(draft.idempotencyKey);
          this.drafts.set(draft.idempotencyKey, draft);
          return true;
        }, false),
      clear: () => step(() => void this.drafts.clear(), undefined),
      outbox: {
        list: () => step(() => [...this.outbox.values()], []),
        put: (record) =>
          step(() => {
            this.outbox.set(record.idempotencyKey, record);
            this.drafts.delete(record.idempotencyKey);
            return true;
          }, false),
        remove: (key) =>
          step(() => {
            this.outbox.delete(key);
            this.drafts.delete(key);
          }, undefined),
      },
      close() {},
    };
  }
}
