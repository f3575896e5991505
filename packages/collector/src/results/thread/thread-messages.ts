import type { Instrument } from '@peerscale/core';
import type { ProblemCode, ProblemOptions } from '../../problem.ts';
import type { CarriedError } from '../../store/carried-error.ts';
import type { Store } from '../../store/store.ts';
import type { TalliesOfWave } from '../release/make-release.ts';
import type { WavePair } from '../reports/change-between.ts';
import type { DriversInput } from '../reports/drivers-of.ts';
import type { OpenStudyInput } from '../reports/report-of-open-study.ts';
import type { FoldedWave } from '../tally/fold.ts';

/** What takes too long for the thread that answers requests: of a study with waves. */
export type StudyWork =
  | { readonly do: 'fold'; readonly wave: FoldedWave }
  | { readonly do: 'release'; readonly studyId: string; readonly tallies: TalliesOfWave }
  | { readonly do: 'change' | 'linkage'; readonly pair: WavePair }
  | { readonly do: 'drivers'; readonly input: DriversInput };

/** The same, and of open studies. */
export type ResultsWork = StudyWork | ({ readonly do: 'open-study' } & OpenStudyInput);

/** The work, and what a thread cannot look up by itself. */
export interface WorkMessage {
  readonly do: 'work';
  readonly database: ThreadDatabase;
  /** those that the study asked in any wave */
  readonly instruments: readonly Instrument[];
  readonly work: ResultsWork;
}

/** Where the thread reads. */
export type ThreadDatabase = Pick<Store, 'engine' | 'file'>;

/**
 * The thread only reads by itself, and only where there is a file: it asks for every other statement, alone or within a
 * transaction.
 */
export type DatabaseRequest =
  | {
      readonly do: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly transaction: number | null;
    }
  /** a transaction, known by the number of this request */
  | { readonly do: 'begin' }
  | { readonly do: 'end'; readonly transaction: number; readonly undo: boolean };

export type FromThread =
  | (DatabaseRequest & { readonly id: number })
  /** the result as a JSON text */
  | { readonly do: 'done'; readonly result: string }
  | { readonly do: 'failed'; readonly failure: CarriedFailure };

export interface DatabaseRows {
  readonly rows: readonly unknown[];
  readonly changes: number | null;
}

/** What made it fail stays with the thread that has the database. */
export type DatabaseReply = DatabaseRows | { readonly failed: true };

export type ToThread = WorkMessage | (DatabaseReply & { readonly do: 'reply'; readonly id: number });

/** Why there is no result. */
export type CarriedFailure =
  /** the request that failed */
  | { readonly kind: 'request'; readonly id: number }
  | { readonly kind: 'refusal'; readonly code: ProblemCode; readonly options: ProblemOptions }
  | { readonly kind: 'error'; readonly error: CarriedError };
