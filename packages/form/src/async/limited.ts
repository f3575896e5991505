/** Runs a function later. @returns a function that cancels it */
export type SetTimer = (run: () => void, milliseconds: number) => () => void;

/** `setTimeout`. */
export const browserTimer: SetTimer = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** What a promise comes to, or something else once the time is over. */
export async function limited<T>(work: Promise<T>, milliseconds: number, late: T, setTimer: SetTimer): Promise<T> {
  let cancel = () => {};
  const limit = new Promise<T>((resolve) => {
    cancel = setTimer(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    cancel();
  }
}
