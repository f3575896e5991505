import { type DisclosureRules, disclosureRules } from './disclosure-rules.ts';

export interface ShareDisclosure {
  /** `unanimous`: everybody gave the same answer, so that showing it would show what each of them answered */
  readonly status: 'shown' | 'suppressed' | 'unanimous' | 'empty';
  /** whole percentages of each category, a multiple of `step`; null unless shown. They may not add up to 100. */
  readonly percentages: readonly number[] | null;
}

/**
 * Shares of the answers to one question within one group. A distribution has many small cells by nature, so it needs twice
 * the minimum group size. Percentages are rounded: from 14.29 percent everybody reads one person in seven. Each is rounded
 * by itself (halves up), because making them add up to 100 would give the remainder away again.
 *
 * Where all but fewer than two gave the same answer the distribution is withheld too: the one who differs would know about
 * all the others.
 *
 * @param counts answers in each category
 * @param step of the percentages, default 5 below 50 people and 1 from there
 * @throws RangeError for counts that are not whole numbers from 0, a step that is not a whole number from 1 to 50, or rules
 *   out of range
 * @example shareDisclosure([3, 5, 7]).percentages // [20, 35, 45]
 */
export function shareDisclosure(
  counts: readonly number[],
  { step, ...rules }: DisclosureRules & { readonly step?: number } = {},
): ShareDisclosure {
  const { minimumGroupSize } = disclosureRules(rules);
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Unexpected count: ${count}.`);
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  const by = step ?? (n < 50 ? 5 : 1);
  if (!(Number.isInteger(by) && by >= 1 && by <= 50)) throw new RangeError(`Unexpected step: ${by}.`);
  if (n < 2 * minimumGroupSize) return { status: n === 0 ? 'empty' : 'suppressed', percentages: null };
  if (Math.max(...counts) >= n - 1) return { status: 'unanimous', percentages: null };
  const percentages = counts.map((count) => by * Math.floor((100 * count) / n / by + 0.5));
  return { status: 'shown', percentages };
}
