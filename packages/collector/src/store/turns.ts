/** Lets one after another: resolves when it is the caller's turn, with the function that lets the next one. */
export type Turns = () => Promise<() => void>;

/** @example const leave = await turns(); try { … } finally { leave(); } */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const before = last;
    let done = () => {};
    last = new Promise<void>((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}
