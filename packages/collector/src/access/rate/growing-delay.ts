import { MOST_KEYS } from './bucket.ts';

const FREE = 5;
const LONGEST = 15 * 60_000;
const FORGOTTEN_AFTER = 24 * 3_600_000;

export interface GrowingDelay {
  /** How many milliseconds this key has to wait before its next try; 0 where it may. */
  wait(key: string): number;
  /** Counts a try before it is known how it ends, so that many at once are no way around. */
  begin(key: string): void;
  /** The try was right: everything before it is forgotten. */
  succeed(key: string): void;
}

/**
 * Five tries, then one a second, every two seconds, every four, at last every quarter of an hour: 100 guesses a day, and
 * nobody is ever locked out for good. A day without a try forgets.
 */
export function createGrowingDelay(now: () => number): GrowingDelay {
  const tries = new Map<string, { count: number; at: number }>();
  const remembered = (key: string) => {
    const known = tries.get(key);
    return known === undefined || now() - known.at >= FORGOTTEN_AFTER ? undefined : known;
  };
  return {
    wait(key) {
      const known = remembered(key);
      if (known === undefined || known.count < FREE) return 0;
      const delay = Math.min(LONGEST, 1000 * 2 ** (known.count - FREE));
      // where the clock was set back, the wait begins anew and is not longer than it was
      return Math.max(0, delay - Math.max(0, now() - known.at));
    },
    begin(key) {
      const count = (remembered(key)?.count ?? 0) + 1;
      tries.delete(key);
      if (tries.size >= MOST_KEYS) tries.delete(tries.keys().next().value!);
      tries.set(key, { count, at: now() });
    },
    succeed(key) {
      tries.delete(key);
    },
  };
}
