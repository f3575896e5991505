/** For longer than this nobody waits for the disk: the form is shown, and what was kept comes after. */
const LONGEST = 1_500;

/** Whatever a promise comes to, or null where it takes too long. */
export function inTime<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, LONGEST, null))]);
}
