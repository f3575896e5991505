import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';

/** What is stored under an idempotency key while its work is done, as JSON. */
interface RunUnderWay {
  /** milliseconds UTC: until then whoever does the work has promised to be there */
  readonly until: number;
  /** how far it has come beyond what a rollback takes back; null for not at all */
  readonly reached: unknown;
}

interface RunDone {
  /** what is answered again */
  readonly done: unknown;
}

/** A run as it is found; one that is left is that of a process that ended, or that failed after something was done. */
export type FoundRun =
  | { readonly state: 'done'; readonly answer: unknown }
  | { readonly state: 'under-way' }
  | { readonly state: 'left'; readonly reached: unknown }
  /** of an earlier version, which kept nothing but that it had begun */
  | { readonly state: 'unknown' };

/** So long a promise holds, and so often it is renewed. */
const PROMISE = 20_000;
const RENEWAL = 5_000;

export const promiseText = (now: number, reached: unknown): string =>
  JSON.stringify({ until: now + PROMISE, reached } satisfies RunUnderWay);

/** @param text as it is stored */
export function foundRun(text: string | null, now: number): FoundRun {
  if (text === null) return { state: 'unknown' };
  const stored = JSON.parse(text) as RunUnderWay | RunDone;
  if ('done' in stored) return { state: 'done', answer: stored.done };
  return stored.until > now ? { state: 'under-way' } : { state: 'left', reached: stored.reached };
}

const ownDigests = new WeakMap<Store, Set<string>>();

/** Whether this process does the work, whatever its clock says of the promise. */
export const isRunHere = (store: Store, digest: string): boolean => ownDigests.get(store)?.has(digest) === true;

export type Mark = (trx: Transaction<Database>) => Promise<boolean>;

/** The work that is done under an idempotency key at this moment, in this process. */
export interface OwnRun {
  /** Stores how far the work has come, as `state` says each time; false where another process has taken it over. */
  reached(state: () => unknown): Promise<boolean>;
  /**
   * Runs a work with a transaction of its own, and `mark` in it, which stores how far the work has come then: with what the
   * transaction does, or not at all. Its result is false where another process has taken the run over.
   */
  together<T>(state: () => unknown, work: (mark: Mark) => Promise<T>): Promise<T>;
  /** Stores what is answered again. */
  finish(answer: unknown): Promise<void>;
  /** Leaves it where it is: whoever asks again goes on from there. */
  leave(): Promise<void>;
  /** As if it had never been asked for. */
  forget(): Promise<void>;
}

/**
 * Keeps the promise for a run, and what is known of it. Each change is made where the run is still as this process has left
 * it: of two that believe it is theirs, the one that is late learns it before it does anything more.
 *
 * @param text as it was stored when the run began
 */
export function ownRun(store: Store, digest: string, text: string, reached: unknown, now: () => number): OwnRun {
  const here = ownDigests.get(store) ?? new Set();
  ownDigests.set(store, here.add(digest));
  let stored = text;
  let state = () => reached;
  let isOurs = true;
  let last: Promise<unknown> = Promise.resolve();
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
  const replaceIn = async (trx: Transaction<Database>, next: string): Promise<boolean> => {
    const { numUpdatedRows } = await trx
      .updateTable('idempotency_key')
      .set({ answer: next })
      .where('digest', '=', digest)
      .where('answer', '=', stored)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
  const replace = async (next: string) => {
    if (!isOurs) return;
    if (await store.write((trx) => replaceIn(trx, next))) stored = next;
    else isOurs = false;
  };
  let waiting: Promise<void> | undefined;
  // several that come while one is stored are stored together
  const renew = (): Promise<void> => {
    waiting ??= oneByOne(() => {
      waiting = undefined;
      return replace(promiseText(now(), state()));
    });
    return waiting;
  };
  // what cannot be stored now is stored with the next one, or the promise runs out
  const timer = setInterval(() => void renew().catch(() => {}), RENEWAL);
  timer.unref();
  const end = <T>(work: () => Promise<T>) => {
    clearInterval(timer);
    return oneByOne(work).finally(() => here.delete(digest));
  };
  return {
    async reached(next) {
      state = next;
      await renew();
      return isOurs;
    },
    together: (next, work) =>
      oneByOne(async () => {
        let marked: string | undefined;
        const result = await work(async (trx) => {
          const text = promiseText(now(), next());
          isOurs &&= await replaceIn(trx, text);
          if (isOurs) marked = text;
          return isOurs;
        });
        // only now it is on the disk
        if (marked !== undefined) [stored, state] = [marked, next];
        return result;
      }),
    finish: (done) => end(() => replace(JSON.stringify({ done } satisfies RunDone))),
    leave: () => end(() => replace(JSON.stringify({ until: 0, reached: state() } satisfies RunUnderWay))),
    forget: () =>
      end(async () => {
        if (!isOurs) return;
        await store.write((trx) =>
          trx.deleteFrom('idempotency_key').where('digest', '=', digest).where('answer', '=', stored).execute(),
        );
      }),
  };
}
