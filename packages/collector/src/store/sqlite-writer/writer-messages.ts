/** One statement for the writing thread. */
export interface WriteRequest {
  readonly id: number;
  readonly sql: string;
  /** the parameters; with `many`, a JSON text of a list of such lists, and the statement runs once for each */
  readonly parameters: readonly unknown[] | string;
  readonly many: boolean;
}

/** What became of it. */
export type WriteReply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly changes: number | null }
  /** how many rows each run changed */
  | { readonly id: number; readonly changed: readonly number[] }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string | undefined } };
