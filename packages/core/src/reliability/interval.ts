/** The two ends of an interval estimate; both NaN where there is none. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
