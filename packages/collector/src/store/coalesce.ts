import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

export interface CoalesceOptions {
  /** how many items are written together; 256 by default */
  readonly most?: number;
  /** how many items wait before further ones are refused; 4096 by default */
  readonly maxWaiting?: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Many works of one kind as one work: `writeAll` gets the items that have come together by the time it is its turn, in
 * their order, and gives a result for each. Should it throw, each item is written alone, so that it fails alone; what
 * `writeAll` does must therefore be all in the database.
 */
export function coalesce<Item, Result>(
  write: Store['write'],
  writeAll: (trx: Transaction<Database>, items: readonly Item[]) => Promise<readonly Result[]>,
  { most = 256, maxWaiting = 4096 }: CoalesceOptions = {},
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) await writeTogether();
    running = false;
  }

  async function writeTogether(): Promise<void> {
    let taken: Waiting<Item, Result>[] = [];
    try {
      const results = await write((trx) => {
        taken = waiting.splice(0, most);
        return writeAll(
          trx,
          taken.map(({ item }) => item),
        );
      });
      taken.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      if (error instanceof StoreUnavailableError || taken.length === 1) {
        // where the store took no work at all, none of those that wait will fare better
        for (const { reject } of taken.length === 0 ? waiting.splice(0) : taken) reject(error);
      } else {
        await Promise.all(taken.map(writeAlone));
      }
    }
  }

  function writeAlone({ item, resolve, reject }: Waiting<Item, Result>): Promise<void> {
    return write((trx) => writeAll(trx, [item])).then(([result]) => resolve(result!), reject);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= maxWaiting) {
        const message = `${waiting.length} answers wait to be stored already.`;
        reject(new StoreUnavailableError(message, { retryAfterSeconds: 1 }));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
