/** As many keys as are remembered: some ten megabytes. Beyond it the key that was asked for longest ago is forgotten. */
export const MOST_KEYS = 100_000;

export interface BucketOptions {
  /** how many in one go */
  readonly size: number;
  /** how many come back in a second */
  readonly perSecond: number;
  /** milliseconds; any clock that does not stand still */
  readonly now: () => number;
}

export interface Buckets {
  /** Takes one: 0, or where there is none, how many milliseconds until there is. */
  take(key: string): number;
  /** Gives back one that was taken and did not count. */
  giveBack(key: string): void;
}

/** A token bucket for every key. A clock that is set back refills nothing and takes nothing away. */
export function createBuckets({ size, perSecond, now }: BucketOptions): Buckets {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const at = now();
      const known = buckets.get(key);
      const left =
        known === undefined ? size : Math.min(size, known.left + (Math.max(0, at - known.at) / 1000) * perSecond);
      // the Map's order is that of the last use
      buckets.delete(key);
      if (buckets.size >= MOST_KEYS) buckets.delete(buckets.keys().next().value!);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
      return left >= 1 ? 0 : ((1 - left) / perSecond) * 1000;
    },
    giveBack(key) {
      const known = buckets.get(key);
      if (known !== undefined) known.left = Math.min(size, known.left + 1);
    },
  };
}
