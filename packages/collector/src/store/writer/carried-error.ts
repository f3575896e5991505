import { SqliteError } from 'better-sqlite3';
import { StoreUnavailableError } from '../store-unavailable-error.ts';

/** An error between two threads, which would lose its class and its code on the way. */
export interface CarriedError {
  readonly message: string;
  readonly code?: string | undefined;
  /** present where the error is a StoreUnavailableError */
  readonly retryAfterSeconds?: number;
  readonly cause?: CarriedError;
}

export function carry(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, cause } = error as Error & { code?: unknown };
  return {
    message,
    ...(typeof code === 'string' && { code }),
    ...(error instanceof StoreUnavailableError && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(cause !== undefined && { cause: carry(cause) }),
  };
}

export function unpack({ message, code, retryAfterSeconds, cause: carried }: CarriedError): Error {
  const cause = carried === undefined ? undefined : unpack(carried);
  if (retryAfterSeconds !== undefined) return new StoreUnavailableError(message, { retryAfterSeconds, cause });
  if (code?.startsWith('SQLITE_')) return new SqliteError(message, code);
  return Object.assign(new Error(message, cause && { cause }), code !== undefined && { code });
}
