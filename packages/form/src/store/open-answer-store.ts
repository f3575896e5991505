import { browserTimer, limited } from '../async/limited.ts';
import type { Draft } from '../draft/draft.ts';
import type { Deliverable } from '../record/form-record.ts';
import { randomHex } from '../text/hex.ts';
import type { AnswerStore, KeepMode, KeepProblem } from './answer-store.ts';
import { type Database, type KeptRow, openDatabase, type RowKey } from './database.ts';
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
 * The answers of a tab as it had them a moment ago, written without a look at what other tabs wrote: that takes more than
 * one moment, and a page may have only the one. It is there until it has been put together with the draft; a tab that died
 * leaves it behind.
 */
interface Note {
  readonly note: Draft;
  /** the draft as the tab knew it: what is otherwise in `note` is what was changed */
  readonly before: Draft | null;
}

const isNote = (value: object): value is Note => 'note' in value;

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
  /** the same, once it is */
  let ready: { db: Database; owner: Owner } | null = null;
  let problem: KeepProblem | null = mode === 'none' ? 'off' : null;
  let chain: Promise<unknown> = Promise.resolve();
  /** whether this tab came without a key, so that there is nothing for it to read until it has written; null: not looked */
  let isNew: boolean | null = null;
  /** the draft as this tab knows it */
  let mine: Draft | null = null;
  /** when something was last written */
  let last = 0;
  /** saves so far */
  let saves = 0;
  /** the note of the last one, on its way */
  let noting: Promise<RowKey | undefined> = Promise.resolve(undefined);
  /** what tells the note of this tab from those of others */
  const tab = randomHex(8);
  /** a save that waits for its turn; a later one takes its place */
  let waiting: { readonly own: { draft: Draft; count: number }; readonly result: Promise<boolean> } | null = null;

  /** The time of a write, after that of the one before also where the clock has not moved, or was set back. */
  function tick(): number {
    last = Math.max(now(), last + 1);
    return last;
  }

  async function open() {
    const db = await openDatabase();
    const owner = mode === 'device' ? await deviceOwner(db, form) : await tabOwner();
    void db.removeLeftBehind(now() - LEFT_BEHIND, owner.id).catch(() => {});
    return { db, owner };
  }

  async function inDatabase<T>(work: (db: Database, owner: Owner) => Promise<T>): Promise<T | typeof LATE> {
    opened ??= open();
    ready = await opened;
    return work(ready.db, ready.owner);
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
        opened = ready = null;
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
  const placeOf = async ({ id }: Owner, kind: RowKey[2], idempotencyKey: string, note = ''): Promise<RowKey> => [
    form,
    id,
    kind,
    (await rowName(idempotencyKey)) + note,
  ];

  /** What can be read of it, the oldest first. */
  async function readAll<T extends Draft | Note | Deliverable>(db: Database, owner: Owner, kind: RowKey[2]) {
    const read = async (one: KeptRow) => ({ ...one, value: (await unseal(owner.key, one.key, one.row)) as T | null });
    const rows = await Promise.all((await db.list(form, owner.id, kind)).map(read));
    return rows.filter((one): one is KeptRow & { value: T } => one.value !== null);
  }

  const known = (draft: Draft) => (mine?.idempotencyKey === draft.idempotencyKey ? mine : null);

  /** @param note what is in the draft and needs to be kept no longer, if anything: asked for in the last moment */
  async function write(db: Database, owner: Owner, draft: Draft, at: number, note: () => RowKey | undefined) {
    const place = await placeOf(owner, 'draft', draft.idempotencyKey);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const kept = await db.get(place);
      const theirs = (await unseal(owner.key, place, kept)) as Draft | null;
      const draftNow = theirs === null ? draft : mergeDrafts(known(draft), draft, theirs);
      const row = await seal(owner.key, place, draftNow, at);
      if (await db.replace(place, row, kept?.revision, note())) {
        mine = draft;
        return true;
      }
    }
    throw new Error('other tabs never stop');
  }

  /**
   * Sends a change on its way before its turn comes: once the database is open, and where the browser encrypts without
   * leaving for another thread, in the same task as the change.
   */
  async function note(draft: Draft): Promise<RowKey | undefined> {
    if (ready === null) return;
    const { db, owner } = ready;
    const value: Note = { note: draft, before: known(draft) };
    const place = await placeOf(owner, 'draft', draft.idempotencyKey, tab);
    await db.put(place, await seal(owner.key, place, value, tick()));
    return place;
  }

  return {
    mode,
    get problem() {
      return problem;
    },

    load: () =>
      reading(async (db, owner) => {
        const readDrafts = () => readAll<Draft | Note>(db, owner, 'draft');
        let rows = await readDrafts();
        const notes = rows.filter(({ value }) => isNote(value)) as (KeptRow & { value: Note })[];
        // what tabs that died were about to write is written now: later answers come after it
        for (const { key, row, value } of notes) {
          mine = value.before;
          await write(db, owner, value.note, row.savedAt, () => key).catch(() => {});
        }
        if (notes.length > 0) rows = await readDrafts();
        mine = (rows.findLast(({ value }) => !isNote(value))?.value ?? null) as Draft | null;
        return mine;
      }, null),

    save(draft) {
      isNew = false;
      const count = ++saves;
      // whatever is wrong, the step will meet with itself
      noting = note(draft).catch(() => undefined);
      if (waiting !== null) {
        Object.assign(waiting.own, { draft, count });
        return waiting.result;
      }
      const own = { draft, count };
      const result = step(async (db, owner) => {
        if (waiting?.own === own) waiting = null;
        const place = await noting;
        return write(db, owner, own.draft, tick(), () => (saves === own.count ? place : undefined));
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
      list: () =>
        reading(async (db, owner) => (await readAll<Deliverable>(db, owner, 'outbox')).map(({ value }) => value), []),

      put(record) {
        isNew = false;
        waiting = null;
        return step(async (db, owner) => {
          const place = await placeOf(owner, 'outbox', record.idempotencyKey);
          const row = await seal(owner.key, place, record, tick());
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
        opened = ready = null;
        (await last?.catch(() => null))?.db.close();
      });
    },
  };
}
