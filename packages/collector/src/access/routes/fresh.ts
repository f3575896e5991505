const FRESH = 15 * 60_000;

/** Whether the person has signed in so lately that nobody else can have sat down at the machine since. */
export function isFresh({ createdAt }: { readonly createdAt: number }, now: number): boolean {
  return now - createdAt < FRESH;
}
