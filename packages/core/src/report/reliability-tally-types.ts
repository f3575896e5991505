import type { CategoryCounts, ScoreGroups } from '../items/index.ts';
import type { CodeSums, MissingTreatment, Moments, PairwiseMoments, ResponsePatterns } from '../moments/index.ts';

/**
 * All that a reliability report reads of some respondents, in a form that can be added to: chunks of a file, shards, teams,
 * waves (`mergeReliabilityTallies`). Plain data, which a SQL engine can deliver as well as `reliabilityTally`.
 */
export interface ReliabilityTally {
  /** respondents, complete or not */
  readonly rows: number;
  readonly missing: MissingTreatment;
  readonly scales: readonly ScaleTally[];
  /** by item id, of every item of the scales; undefined where no details were asked for */
  readonly items: ReadonlyMap<string, ItemTally> | undefined;
}

/** One scale of a {@link ReliabilityTally}. */
export interface ScaleTally {
  readonly scale: string;
  /** whether each item of the scale, in its order, was reversed: part of the key, and of all figures below */
  readonly reversed: readonly boolean[];
  /** respondents who answered every item */
  readonly complete: number;
  readonly statistics: ScaleStatistics;
  /** complete respondents by scale score, and the sums of their keyed answers; undefined where no details were asked for */
  readonly groups: ScoreGroups | undefined;
  /** the complete respondents themselves, for a bootstrap; undefined where none was asked for */
  readonly respondents: RespondentBlocks | undefined;
}

/**
 * The answers to the items of a scale, as its rule for missing answers needs them:
 *
 * - listwise, `CodeSums` of the codes as they were given (not keyed) over the complete respondents: any split of them gives
 *   the same digits; or `Moments` of their keyed answers, the same to about 1e-12
 * - pairwise, `PairwiseMoments` of the keyed answers
 * - em, `ResponsePatterns` of the keyed answers
 */
export type ScaleStatistics =
  | { readonly kind: 'code-sums'; readonly codeSums: CodeSums }
  | { readonly kind: 'moments'; readonly moments: Moments<'listwise'> }
  | { readonly kind: 'pairwise'; readonly pairs: PairwiseMoments }
  | { readonly kind: 'patterns'; readonly patterns: ResponsePatterns };

/** Keyed answers of complete respondents, block by block: a block has a column an item. */
export type RespondentBlocks = readonly (readonly Int16Array[])[];

/** How often each code was given to one item, not keyed. */
export interface ItemTally {
  readonly counts: CategoryCounts;
  /** those without an answer by reason, in the order of MISSING_REASONS; undefined where reasons are not known */
  readonly byReason: readonly number[] | undefined;
}
