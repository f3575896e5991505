import type { AnswerStore, KeepMode, KeepProblem } from '@peerscale/form';
import { keeping } from '../loaders.ts';

/**
 * A place on the device for answers, what does the work being loaded beside SurveyJS: what is asked of it before waits.
 * Should the page be left in the meantime, the session has written its last moment down. Where it cannot be loaded nothing
 * is kept, which is an answer like any other failure of a store.
 */
export function laterStore(key: string, mode: KeepMode): AnswerStore {
  let store: AnswerStore | null = null;
  let problem: KeepProblem | null = mode === 'none' ? 'off' : null;

  async function ask<T>(work: (store: AnswerStore) => Promise<T>, otherwise: T): Promise<T> {
    if (mode === 'none') return otherwise;
    try {
      const { openAnswerStore } = await keeping.load();
      store ??= openAnswerStore({ key, mode });
    } catch {
      problem = 'failed'; // the next step tries again
      return otherwise;
    }
    return work(store);
  }

  return {
    mode,
    get problem() {
      return store === null ? problem : store.problem;
    },
    load: () => ask((one) => one.load(), null),
    save: (draft) => ask((one) => one.save(draft), false),
    clear: () => ask((one) => one.clear(), undefined),
    outbox: {
      list: () => ask((one) => one.outbox.list(), []),
      put: (record) => ask((one) => one.outbox.put(record), false),
      remove: (idempotencyKey) => ask((one) => one.outbox.remove(idempotencyKey), undefined),
    },
    close: () => store?.close(),
  };
}
