/** What the device says about its connection. */
export interface Connection {
  readonly isOnline: () => boolean;
  /** calls the listener when that may have changed. @returns a function that stops it */
  readonly onChange: (listener: () => void) => () => void;
}

/** The browser's own word: `navigator.onLine` and its events. Elsewhere: always online. */
export const browserConnection: Connection = {
  isOnline: () => globalThis.navigator?.onLine !== false,
  onChange(listener) {
    if (typeof globalThis.addEventListener !== 'function') return () => {};
    const events = ['online', 'offline'] as const;
    for (const event of events) addEventListener(event, listener);
    return () => {
      for (const event of events) removeEventListener(event, listener);
    };
  },
};
