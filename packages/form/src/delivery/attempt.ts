import { limited, type SetTimer } from '../async/limited.ts';
import { type Outcome, outcomeOf } from './outcome-of.ts';

export interface AttemptOptions {
  readonly timeout: number;
  readonly now: () => number;
  readonly setTimer: SetTimer;
}

/** Tries to hand a record over, once. Whatever goes wrong on the way is an outcome; nothing is thrown. */
export async function attempt<R>(
  record: R,
  send: (record: R, signal: AbortSignal) => Promise<unknown>,
  { timeout, now, setTimer }: AttemptOptions,
): Promise<Outcome> {
  const late: Outcome = { status: 'retry', reason: 'timeout', asked: null };
  const abort = new AbortController();
  const arrival = async (): Promise<Outcome> => {
    const response = await send(record, abort.signal);
    return response instanceof Response ? outcomeOf(response, now()) : { status: 'saved', earlier: false };
  };
  try {
    const outcome = await limited(arrival(), timeout, late, setTimer);
    if (outcome === late) abort.abort();
    return outcome;
  } catch {
    return { status: 'retry', reason: 'network', asked: null };
  }
}
