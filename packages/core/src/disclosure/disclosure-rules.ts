import { SMALLEST_MINIMUM_GROUP_SIZE } from './group-disclosure.ts';

/** What may be shown. Everything has a default; nothing can be set so low that the rules mean nothing. */
export interface DisclosureRules {
  /** people a figure must be about, default 5, never below 3 */
  readonly minimumGroupSize?: number;
  /** people in a group whose free text may be read, default 10, never below the minimum group size */
  readonly minimumComments?: number;
  /**
   * Protection width of a hidden number of people: whatever is worked out from the figures shown leaves at least this
   * much between its smallest and its largest possible value. Default 1, above 0.
   */
  readonly countWidth?: number;
  /**
   * Protection width of hidden answers, as a share of what one person's score can vary by: the sum of the scores of a
   * hidden group cannot be told more closely than this. Default 0.5, above 0 and at most 1.
   */
  readonly answerWidth?: number;
}

export type CheckedDisclosureRules = Required<DisclosureRules>;

/**
 * The rules with their defaults.
 *
 * @throws RangeError for a rule outside its range
 * @example disclosureRules({ minimumGroupSize: 12 }).minimumComments // 12
 */
export function disclosureRules({
  minimumGroupSize = 5,
  minimumComments = Math.max(10, minimumGroupSize),
  countWidth = 1,
  answerWidth = 0.5,
}: DisclosureRules = {}): CheckedDisclosureRules {
  if (!(Number.isInteger(minimumGroupSize) && minimumGroupSize >= SMALLEST_MINIMUM_GROUP_SIZE)) {
    throw new RangeError(`Unexpected minimum group size: ${minimumGroupSize}.`);
  }
  if (!(Number.isInteger(minimumComments) && minimumComments >= minimumGroupSize)) {
    throw new RangeError(`Unexpected minimum for comments: ${minimumComments}.`);
  }
  if (!(countWidth > 0 && Number.isFinite(countWidth))) throw new RangeError(`Unexpected count width: ${countWidth}.`);
  if (!(answerWidth > 0 && answerWidth <= 1)) throw new RangeError(`Unexpected answer width: ${answerWidth}.`);
  return { minimumGroupSize, minimumComments, countWidth, answerWidth };
}
