import { type DisclosureRules, disclosureRules } from './disclosure-rules.ts';

export interface ShareDisclosure {
  /** `unanimous`: everybody gave the same answer, so that showing it would show what each of them answered */
  readonly status: 'shown' | 'suppressed' | 'unanimous' | 'empty';
  /** whole percentages of each category, multiples of one step; null unless shown. They may not add up to 100. */
  readonly percentages: readonly number[] | null;
}

// percentages people read without stumbling
const STEPS = [1, 2, 5, 10, 20, 25, 50];

/**
 * Shares of the answers to one question within one group. A distribution has many small cells by nature, so it needs twice
 * the minimum group size, and its percentages are rounded so far that no category's number of people follows, not even with
 * the number of all people and all the other percentages: from 14.29 percent everybody reads one person in seven, and from 5
 * percent of 14 people one person too. Each is rounded by itself (halves up), because making them add up to 100 would give the
 * remainder away again. For categories in an order, `releaseHistogram` joins neighbours instead.
 *
 * Where all but fewer than two gave the same answer the distribution is withheld too: the one who differs would know about
 * all the others.
 *
 * @param counts answers in each category
 * @param step of the percentages; a larger one is taken where this one would tell a count. Default the smallest of 1, 2, 5, 10,
 *   20, 25 and 50 that tells none; where there is none the distribution is withheld
 * @throws RangeError for counts that are not whole numbers from 0, a step that is not a whole number from 1 to 50, or rules
 *   out of range
 * @example shareDisclosure([3, 5, 7]).percentages // [20, 40, 40]
 */
export function shareDisclosure(
  counts: readonly number[],
  { step = 1, ...rules }: DisclosureRules & { readonly step?: number } = {},
): ShareDisclosure {
  const { minimumGroupSize, countWidth } = disclosureRules(rules);
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Unexpected count: ${count}.`);
  }
  if (!(Number.isInteger(step) && step >= 1 && step <= 50)) throw new RangeError(`Unexpected step: ${step}.`);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2 * minimumGroupSize) return { status: n === 0 ? 'empty' : 'suppressed', percentages: null };
  if (Math.max(...counts) >= n - 1) return { status: 'unanimous', percentages: null };
  for (const by of [step, ...STEPS.filter((larger) => larger > step)]) {
    const percentages = counts.map((count) => by * Math.floor((100 * count) / n / by + 0.5));
    if (narrowestRange(percentages, by, n) >= countWidth) return { status: 'shown', percentages };
  }
  return { status: 'suppressed', percentages: null };
}

/** The narrowest of the ranges in which the count of a category can be, in people. */
function narrowestRange(percentages: readonly number[], by: number, n: number): number {
  const from = percentages.map((share) => Math.max(Math.ceil(((share - by / 2) * n) / 100 - 1e-9), 0));
  // the upper end belongs to the next step
  const to = percentages.map((share) => Math.min(Math.ceil(((share + by / 2) * n) / 100 - 1e-9) - 1, n));
  const [fewest, most] = [from, to].map((ends) => ends.reduce((sum, end) => sum + end, 0)) as [number, number];
  return Math.min(
    ...percentages.map((_, c) => Math.min(to[c]!, n - (fewest - from[c]!)) - Math.max(from[c]!, n - (most - to[c]!))),
  );
}
