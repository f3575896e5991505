import { CompiledQuery, type Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import type { DatabaseReply, DatabaseRequest } from './thread-messages.ts';

/** The database, for a thread that has none. */
export interface ServedDatabase {
  /** @param id of the request, which is also the name of a transaction that it begins */
  answer(id: number, request: DatabaseRequest): Promise<DatabaseReply>;

  /** Undoes the transactions that are open, or only asked for: nobody will end them. */
  abandon(): void;
}

interface OpenTransaction {
  readonly trx: Transaction<Database>;
  end(undo: boolean): void;
  /** resolves when it is on the disk */
  readonly written: Promise<void>;
}

class Undone extends Error {
  override readonly name = 'Undone';
}

const NOTHING: DatabaseReply = { rows: [], changes: null };

/** Runs the statements of another thread on a store. */
export function serveDatabase(store: Store): ServedDatabase {
  const transactions = new Map<number, OpenTransaction>();
  let isAbandoned = false;

  function begin(id: number): Promise<void> {
    return new Promise((begun, failed) => {
      const written = store.write(
        (trx) =>
          new Promise<void>((commit, rollBack) => {
            const end = (undo: boolean) => (undo ? rollBack(new Undone()) : commit());
            if (isAbandoned) return end(true);
            transactions.set(id, { trx, end, written });
            begun();
          }),
      );
      written.catch(failed);
    });
  }

  async function end(id: number, undo: boolean): Promise<void> {
    const transaction = transactions.get(id)!;
    transactions.delete(id);
    transaction.end(undo);
    await transaction.written.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }

  return {
    async answer(id, request) {
      if (request.do === 'begin') {
        await begin(id);
        return NOTHING;
      }
      if (request.do === 'end') {
        await end(request.transaction, request.undo);
        return NOTHING;
      }
      const { sql, parameters, transaction } = request;
      const db = transaction === null ? store.db : transactions.get(transaction)!.trx;
      const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(sql, [...parameters]));
      return { rows, changes: numAffectedRows === undefined ? null : Number(numAffectedRows) };
    },
    abandon() {
      isAbandoned = true;
      for (const transaction of transactions.values()) transaction.end(true);
      transactions.clear();
    },
  };
}
