import type { AnswerWriter } from '../answer-writer.ts';
import type { CarriedError } from '../carried-error.ts';

/** What the writing thread is told when it starts. */
export interface WriterSettings {
  readonly engine: 'sqlite' | 'postgres';
  /** a path or an address */
  readonly address: string;
  /** milliseconds that a transaction waits while another program writes to the file */
  readonly busyTimeout: number;
  /** milliseconds between two looks whether the log of an SQLite file wants emptying; 5000 by default */
  readonly emptyLogEvery?: number;
  /** works that share a commit, at most */
  readonly maxGroup?: number;
}

/** One statement, within the transaction that is open or alone. */
export interface StatementRequest {
  readonly do: 'run';
  readonly sql: string;
  /** the parameters; with `many`, a JSON text of a list of such lists, and the statement runs once for each */
  readonly parameters: readonly unknown[] | string;
  readonly many: boolean;
}

/** Answers, as a JSON text of a list of what the writer of this name takes. */
export interface AnswersRequest {
  readonly do: keyof AnswerWriter;
  readonly items: string;
}

/** A step of a transaction of the other thread. */
export interface TransactionRequest {
  readonly do: 'begin' | 'commit' | 'rollback';
  readonly readOnly?: boolean;
}

export type WriteWork = StatementRequest | AnswersRequest | TransactionRequest | { readonly do: 'close' };
export type WriteRequest = WriteWork & { readonly id: number };

/** What became of it. */
export type WriteResult =
  | { readonly rows: readonly unknown[]; readonly changes: number | null }
  /** how many rows each run changed */
  | { readonly changed: readonly number[] }
  /** of each of the answers, in their order */
  | { readonly results: readonly (string | CarriedError)[] }
  | { readonly error: CarriedError }
  | { readonly done: true };

export interface WriteReply {
  readonly id: number;
  readonly result: WriteResult;
  /** transactions of answers that the thread has committed so far */
  readonly commits: number;
}
