import { SqliteError } from 'better-sqlite3';
import { StoreUnavailableError } from './store-unavailable-error.ts';

/** An error between two threads, which would lose its class and its code on the way. */
export interface CarriedError {
  readonly name: string;
  readonly message: string;
  /** where it happened, and not where it arrives */
  readonly stack?: string;
  readonly code?: string;
  /** present where the error is a StoreUnavailableError */
  readonly retryAfterSeconds?: number;
  readonly cause?: CarriedError;
}

export function carry(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, code, cause } = error as Error & { code?: unknown };
  return {
    name,
    message,
    ...(stack !== undefined && { stack }),
    ...(typeof code === 'string' && { code }),
    ...(error instanceof StoreUnavailableError && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(cause !== undefined && { cause: carry(cause) }),
  };
}

export function unpack(carried: CarriedError): Error {
  const error = ofItsClass(carried);
  if (error.name !== carried.name) error.name = carried.name;
  if (carried.stack !== undefined) error.stack = carried.stack;
  return error;
}

function ofItsClass({ message, code, retryAfterSeconds, cause: carried }: CarriedError): Error {
  const cause = carried === undefined ? undefined : unpack(carried);
  if (retryAfterSeconds !== undefined) return new StoreUnavailableError(message, { retryAfterSeconds, cause });
  if (code?.startsWith('SQLITE_')) return new SqliteError(message, code);
  return Object.assign(new Error(message, cause && { cause }), code !== undefined && { code });
}
