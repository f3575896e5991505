const NAME = 'peerscale-form';
const ROWS = 'rows';
const KEYS = 'keys';

/** Where a row is: the form's key, the tab or `device`, `draft` or `outbox`, and a name of the sitting (and of a note). */
export type RowKey = [form: string, owner: string, kind: 'draft' | 'outbox', id: string];

/** A row as it is on the disk. What is not encrypted says when and how often something was kept, not what. */
export interface Row {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  /** another one at every write, by which a tab sees that another tab wrote */
  readonly revision: string;
  /** milliseconds since 1970 by the clock of the device */
  readonly savedAt: number;
}

export interface KeptRow {
  readonly key: RowKey;
  readonly row: Row;
}

/** The result of an IndexedDB request as a promise. */
function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A row and the notes beside it: their names begin with its own. */
const withNotes = (place: RowKey): IDBKeyRange => IDBKeyRange.bound(place, [...place.slice(0, 3), `${place[3]}\uffff`]);

/**
 * Says that nothing more comes. From now on the change happens even where the page goes away in the same moment, which
 * otherwise takes back what it has not been told of.
 */
function finish({ transaction }: IDBObjectStore): void {
  try {
    transaction.commit();
  } catch {
    // it has failed already, which is said at its end
  }
}

/** The one database of all forms of an origin. Every function may reject with what the browser says. */
export async function openDatabase() {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(ROWS);
    opening.result.createObjectStore(KEYS);
  };
  const db = await resultOf(opening);
  // a later version of the database in another tab must not wait for this one
  db.onversionchange = () => db.close();

  const rows = () => db.transaction(ROWS).objectStore(ROWS);
  const rowsOf = (form: string, owner: string, kind: RowKey[2]) =>
    IDBKeyRange.bound([form, owner, kind, ''], [form, owner, kind, '\uffff']);

  /** Changes that happen all or not at all. Resolves once they are on the disk; `relaxed`: once the system has them. */
  async function change<T>(
    name: string,
    work: (objects: IDBObjectStore) => T | Promise<T>,
    durability: IDBTransactionDurability = 'strict',
  ): Promise<T> {
    const transaction = db.transaction(name, 'readwrite', { durability });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    // where a request fails first, nobody comes to wait for the end: that is no error of the host's page
    finished.catch(() => {});
    const value = await work(transaction.objectStore(name));
    await finished;
    return value;
  }

  return {
    get: (key: RowKey): Promise<Row | undefined> => resultOf(rows().get(key)),

    /** All rows of a kind, the oldest first. */
    async list(form: string, owner: string, kind: RowKey[2]): Promise<KeptRow[]> {
      const [objects, range] = [rows(), rowsOf(form, owner, kind)];
      const [keys, values] = await Promise.all([resultOf(objects.getAllKeys(range)), resultOf(objects.getAll(range))]);
      return keys
        .map((key, at) => ({ key: key as RowKey, row: values[at] as Row }))
        .sort((one, other) => one.row.savedAt - other.row.savedAt);
    },

    /**
     * Writes a draft where it is still the one that was read.
     *
     * @param expected the revision that must be there still; undefined: no row
     * @param note is removed in the same step
     * @returns whether it was written: false where another tab wrote in between
     */
    replace: (key: RowKey, row: Row, expected: string | undefined, note: RowKey | undefined) =>
      change(ROWS, async (objects) => {
        const current: Row | undefined = await resultOf(objects.get(key));
        if (expected !== current?.revision) return false;
        if (note !== undefined) objects.delete(note);
        objects.put(row, key);
        finish(objects);
        return true;
      }),

    /**
     * Writes a row without a look: it is on its way when this returns.
     *
     * @param draft is removed in the same step, with its notes
     */
    put: (key: RowKey, row: Row, draft?: RowKey) =>
      change(
        ROWS,
        (objects) => {
          if (draft !== undefined) objects.delete(withNotes(draft));
          objects.put(row, key);
          finish(objects);
        },
        draft === undefined ? 'relaxed' : 'strict',
      ),

    /** Removes rows with their notes. */
    remove: (keys: readonly RowKey[]) =>
      change(ROWS, (objects) => {
        for (const key of keys) objects.delete(withNotes(key));
      }),

    removeAll: (form: string, owner: string, kind: RowKey[2]) =>
      change(ROWS, (objects) => void objects.delete(rowsOf(form, owner, kind))),

    /** Removes what tabs left behind before a time. Their keys are gone with them: nobody can read it any more. */
    removeLeftBehind: (before: number, own: string) =>
      change(ROWS, (objects) => {
        objects.openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (cursor === null) return;
          const [, owner] = cursor.key as RowKey;
          if (owner !== 'device' && owner !== own && (cursor.value as Row).savedAt < before) cursor.delete();
          cursor.continue();
        };
      }),

    /** The key of a form, or this one from now on: of two tabs that come at once both get the same. */
    keyOf: (form: string, candidate: CryptoKey) =>
      change(KEYS, async (objects): Promise<CryptoKey> => {
        const kept: CryptoKey | undefined = await resultOf(objects.get(form));
        if (kept === undefined) objects.put(candidate, form);
        return kept ?? candidate;
      }),

    close: () => db.close(),
  };
}

export type Database = Awaited<ReturnType<typeof openDatabase>>;
