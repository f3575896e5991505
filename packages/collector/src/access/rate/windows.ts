import { MOST_KEYS } from './bucket.ts';

export interface Windows {
  /**
   * Opens a window for this key: how many came in vain since the last one was opened; undefined where one is open, and
   * this one came in vain.
   */
  open(key: string): number | undefined;
}

/** Lets one through in every so many milliseconds for each key, and counts the others. A clock set back opens anew. */
export function createWindows(length: number, now: () => number): Windows {
  const windows = new Map<string, { readonly at: number; inVain: number }>();
  return {
    open(key) {
      const at = now();
      const known = windows.get(key);
      if (known !== undefined && Math.abs(at - known.at) < length) {
        known.inVain++;
        return undefined;
      }
      windows.delete(key);
      if (windows.size >= MOST_KEYS) windows.delete(windows.keys().next().value!);
      windows.set(key, { at, inVain: 0 });
      return known?.inVain ?? 0;
    },
  };
}
