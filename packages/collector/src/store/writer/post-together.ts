import { type CarriedError, unpack } from '../carried-error.ts';
import { StoreUnavailableError } from '../store-unavailable-error.ts';

/**
 * So many answers go at once: a message takes as long as checking an answer or two, and the thread should not stand idle
 * while many are checked.
 */
const TOGETHER = 8;

interface Waiting {
  readonly item: unknown;
  readonly resolve: (result: string) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Gives items to a thread, those that come in one turn of the event loop a few at a time, and hears of each what became of
 * it. Several lots may be under way: the thread writes those together that have arrived.
 *
 * @param send takes a JSON text of a list of items, and gives a result for each
 * @param take whether there is room for one more; called once for each
 */
export function postTogether(
  send: (items: string) => Promise<readonly (string | CarriedError)[]>,
  room: { readonly take: () => boolean; readonly give: (count: number) => void },
): (item: unknown) => Promise<string> {
  let waiting: Waiting[] = [];
  let planned: NodeJS.Immediate | undefined;

  async function post(): Promise<void> {
    clearImmediate(planned);
    planned = undefined;
    const lot = waiting;
    waiting = [];
    try {
      const results = await send(JSON.stringify(lot.map(({ item }) => item)));
      lot.forEach(({ resolve, reject }, at) => {
        const result = results[at]!;
        if (typeof result === 'string') resolve(result);
        else reject(unpack(result));
      });
    } catch (error) {
      const unavailable =
        error instanceof StoreUnavailableError
          ? error
          : new StoreUnavailableError('Whether it was stored is not known: the database does not answer.', {
              cause: error,
            });
      for (const { reject } of lot) reject(unavailable);
    } finally {
      room.give(lot.length);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (!room.take()) {
        reject(new StoreUnavailableError('Too many answers wait to be stored already.', { retryAfterSeconds: 1 }));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (waiting.length >= TOGETHER) void post();
      else planned ??= setImmediate(post);
    });
}
