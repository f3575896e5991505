/**
 * Respondents by their score on the scale, and the mean answer to each item among those of the same score: what
 * discrimination between upper and lower scorers is read from. Tables of two sets of respondents merge
 * (`mergeScoreGroups`); a SQL engine can deliver them by GROUP BY score.
 */
export interface ScoreGroups {
  /** the different scores, ascending */
  readonly scores: Float64Array;
  /** respondents with each score */
  readonly counts: Float64Array;
  /** for each item the sum of its answers at each score */
  readonly sums: readonly Float64Array[];
}
