import { browserTimer, limited } from '../async/limited.ts';
import type { Draft } from '../draft/draft.ts';
import type { Deliverable } from '../record/form-record.ts';
import type { AnswerStore, KeepMode, KeepProblem } from './answer-store.ts';
import { type Database, openDatabase, type RowKey } from './database.ts';
import { keepProblemOf } from './keep-problem.ts';
import { deviceOwner, type Owner, tabHasKey, tabOwner } from './keys.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { rowName, seal, unseal } from './seal.ts';

export interface AnswerStoreOptions {
  /** what must not be mixed: the study, and the invitation where there is one */
  readonly key: string;
  /** default: `tab` */
  readonly mode?: KeepMode;
  /** the clock; default: `Date.now`. It only orders records and removes what closed tabs left behind */
  readonly now?: () => number;
  /** milliseconds after which a step counts as failed; default 3,000. Browsers have had databases that never answer */
  readonly timeout?: number;
}

/** What closed tabs left behind is removed after 30 days: nobody can read it. */
const LEFT_BEHIND = 30 * 24 * 60 * 60 * 1000;
/** Another tab can write between our reading and writing; not so often. */
const ATTEMPTS = 8;
const LATE = Symbol('late');

/**
 * Opens the place on the device where the answers of one form are kept: IndexedDB, encrypted by AES-GCM. Returns at
 * once; the browser is asked at the first step. Tabs with the same key do not get into each other's way: in `device`
 * mode, and in a duplicated tab, their answers are put together.
 *
 * @example
 * const store = openAnswerStore({ key: 'spring-2027', mode: 'device' });
 * if (!(await store.save(draft))) show(store.problem);
 */
export function openAnswerStore(options: AnswerStoreOptions): AnswerStore {
  const { key: form, mode = 'tab', now = Date.now, timeout = 3_000 } = options;
  let opened: Promise<{ db: Database; owner: Owner }> | null = null;
  let problem: KeepProblem | null = mode === 'none' ? 'off' : null;
  let chain: Promise<unknown> = Promise.resolve();
  /** whether this tab came without a key, so that there is nothing for it to read until it has written; null: not looked */
  let isNew: boolean | null = null;
  /** the draft as this tab knows it */
  let mine: Draft | null = null;
  /** a save that waits for its turn; a later one takes its place */
  let waiting: { readonly own: { draft: Draft }; readonly result: Promise<boolean> } | null = null;

  async function open() {
    const db = await openDatabase();
    const owner = mode === 'device' ? await deviceOwner(db, form) : await tabOwner();
    void db.removeLeftBehind(now() - LEFT_BEHIND, owner.id).catch(() => {});
    return { db, owner };
  }

  async function inDatabase<T>(work: (db: Database, owner: Owner) => Promise<T>): Promise<T | typeof LATE> {
    opened ??= open();
    const { db, owner } = await opened;
    return work(db, owner);
  }

  /** One step after the other, each with its time limit; whatever goes wrong becomes `otherwise` and the problem. */
  function step<T>(work: (db: Database, owner: Owner) => Promise<T>, otherwise: T): Promise<T> {
    if (mode === 'none') return Promise.resolve(otherwise);
    const result = chain.then(async () => {
      try {
        if (globalThis.crypto?.subtle === undefined) {
          problem = 'insecure';
          return otherwise;
        }
        const value = await limited(inDatabase(work), timeout, LATE, browserTimer);
        if (value === LATE) throw new Error('late');
        problem = null;
        return value;
      } catch (error) {
        problem = keepProblemOf(error);
        // what is broken may be whole again at the next step, such as a database that another tab deleted
        void opened?.then(({ db }) => db.close()).catch(() => {});
        opened = null;
        return otherwise;
      }
    });
    chain = result;
    return result;
  }

  /** What there is to read. A new tab has nothing: it shows its form at once, while the database is being opened. */
  function reading<T>(work: (db: Database, owner: Owner) => Promise<T>, nothing: T): Promise<T> {
    isNew ??= mode === 'tab' && !tabHasKey();
    const read = step(isNew ? async () => nothing : work, nothing);
    return isNew ? Promise.resolve(nothing) : read;
  }

  /** Each sitting has a row of its own: one that begins anew never writes over one that could not be read. */
  const placeOf = async ({ id }: Owner, kind: RowKey[2], idempotencyKey: string): Promise<RowKey> => [
    form,
    id,
    kind,
    await rowName(idempotencyKey),
  ];

  async function readAll(db: Database, owner: Owner, kind: RowKey[2]): Promise<unknown[]> {
    const rows = await db.list(form, owner.id, kind);
    const values = await Promise.all(rows.map(({ key, row }) => unseal(owner.key, key, row)));
    return values.filter((value) => value !== null);
  }

  async function write(db: Database, owner: Owner, draft: Draft): Promise<boolean> {
    const place = await placeOf(owner, 'draft', draft.idempotencyKey);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const kept = await db.get(place);
      const theirs = (await unseal(owner.key, place, kept)) as Draft | null;
      const known = mine?.idempotencyKey === draft.idempotencyKey ? mine : null;
      const draftNow = theirs === null ? draft : mergeDrafts(known, draft, theirs);
      const row = await seal(owner.key, place, draftNow, now());
      if (await db.put(place, row, undefined, { revision: kept?.revision })) {
        mine = draft;
        return true;
      }
    }
    throw new Error('other tabs never stop');
  }

  return {
    mode,
    get problem() {
      return problem;
    },

    load: () =>
      reading(async (db, owner) => {
        mine = ((await readAll(db, owner, 'draft')).at(-1) ?? null) as Draft | null;
        return mine;
      }, null),

    save(draft) {
      isNew = false;
      if (waiting !== null) {
        waiting.own.draft = draft;
        return waiting.result;
      }
      const own: { draft: Draft } = { draft };
      const result = step((db, owner) => {
        if (waiting?.own === own) waiting = null;
        return write(db, owner, own.draft);
      }, false);
      waiting = { own, result };
      void result.then(() => {
        if (waiting?.own === own) waiting = null;
      });
      return result;
    },

    clear() {
      waiting = null;
      return step(async (db, owner) => {
        await db.removeAll(form, owner.id, 'draft');
        mine = null;
      }, undefined);
    },

    outbox: {
      list: () => reading(async (db, owner) => (await readAll(db, owner, 'outbox')) as Deliverable[], []),

      put(record) {
        isNew = false;
        waiting = null;
        return step(async (db, owner) => {
          const place = await placeOf(owner, 'outbox', record.idempotencyKey);
          const row = await seal(owner.key, place, record, now());
          await db.put(place, row, await placeOf(owner, 'draft', record.idempotencyKey));
          if (mine?.idempotencyKey === record.idempotencyKey) mine = null;
          return true;
        }, false);
      },

      remove: (idempotencyKey) =>
        step(async (db, owner) => {
          const places = (['outbox', 'draft'] as const).map((kind) => placeOf(owner, kind, idempotencyKey));
          await db.remove(await Promise.all(places));
        }, undefined),
    },

    close() {
      void chain.then(async () => {
        const last = opened;
        opened = null;
        (await last?.catch(() => null))?.db.close();
      });
    },
  };
}
