import type { CompiledQuery } from 'kysely';

/** A statement that is to run once for each list of parameters: of numbers, texts and nulls. */
export interface ManyRuns<Row> extends CompiledQuery<Row> {
  readonly many: readonly (readonly (number | string | null)[])[];
}

/** What it gives: how many rows each run changed. */
export interface Changed {
  readonly changed: number;
}

export function isManyRuns(query: CompiledQuery): query is ManyRuns<unknown> {
  return 'many' in query;
}
