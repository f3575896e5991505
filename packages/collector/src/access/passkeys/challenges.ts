const LIFETIME = 5 * 60_000;
const MOST = 10_000;

export interface Challenges {
  /** Keeps the challenge that was put to the holder of `key`; an earlier one is void. */
  put(key: string, challenge: string): void;
  /** The challenge, once. */
  take(key: string): string | undefined;
}

/** Open questions to passkeys: each belongs to one session or one cookie, lives five minutes and is answered once. */
export function createChallenges(now: () => number): Challenges {
  const open = new Map<string, { challenge: string; at: number }>();
  return {
    put(key, challenge) {
      open.delete(key);
      if (open.size >= MOST) open.delete(open.keys().next().value!);
      open.set(key, { challenge, at: now() });
    },
    take(key) {
      const found = open.get(key);
      open.delete(key);
      const age = found === undefined ? LIFETIME : now() - found.at;
      return age >= 0 && age < LIFETIME ? found?.challenge : undefined;
    },
  };
}
