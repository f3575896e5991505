/** Nothing was stored, for a reason that passes: the same may be tried again after a while. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  /** for the header Retry-After */
  readonly retryAfterSeconds: number;

  constructor(message: string, { retryAfterSeconds = 5, cause }: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
