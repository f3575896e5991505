/** Said when more work waits than can be done in good time. Nothing was begun. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

export interface WorkLimit {
  /** how many run at once */
  readonly concurrent: number;
  /** how many may wait for their turn */
  readonly waiting: number;
}

/**
 * Runs works a few at a time, in the order in which they came, and refuses what would wait too long: password hashing
 * takes tens of megabytes and milliseconds each, and anybody may ask for it.
 */
export function limitWork({ concurrent, waiting }: WorkLimit): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= concurrent) {
      if (queue.length >= waiting) throw new BusyError(`More than ${waiting} wait already.`);
      // whoever ends hands its place on, so that nobody who comes later slips in between
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
