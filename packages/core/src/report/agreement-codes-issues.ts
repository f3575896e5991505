import { codeOf, type SortedRatings } from './agreement-ratings.ts';
import type { AgreementIssue } from './agreement-report-types.ts';

/** What is odd in the use of codes, where the raters can be compared: each of them rated some subjects with all others. */
export function codesIssues(ratings: SortedRatings): AgreementIssue[] {
  const { scale, raters, completeSubjects } = ratings;
  const isCoded = scale === 'nominal' || scale === 'ordinal';
  return [
    ...(raters.length > 1 && completeSubjects > 1 ? constantRaters(ratings) : []),
    ...(isCoded && raters.length > 1 && completeSubjects > 0 ? codesOfOneRater(ratings) : []),
    ...(scale === 'ordinal' ? unusedCodes(ratings) : []),
    ...(scale === 'nominal' ? similarLabels(ratings) : []),
  ];
}

/** Raters without any difference, where others make some. */
function constantRaters(ratings: SortedRatings): AgreementIssue[] {
  const { raters, complete } = ratings;
  const used = complete.map((column) => new Set(column));
  if (new Set(used.flatMap((own) => [...own])).size === 1) return []; // said of the coefficients
  return raters.flatMap((rater, i) => {
    if (used[i]!.size > 1) return [];
    const code = codeOf(ratings, complete[i]![0]!);
    const message = `${rater} gives the same rating (${code}) to every subject that all raters rated.`;
    return [{ code: 'constant-rater', rater, message } as const];
  });
}

/** Codes that only one of the raters ever gives. */
function codesOfOneRater(ratings: SortedRatings): AgreementIssue[] {
  const { raters, columns } = ratings;
  const users = new Map<number, { rater: string; times: number } | null>();
  raters.forEach((rater, i) => {
    const counts = new Map<number, number>();
    for (const rating of Array.from(columns[i]!)) {
      if (!Number.isNaN(rating)) counts.set(rating, (counts.get(rating) ?? 0) + 1);
    }
    for (const [rating, times] of counts) users.set(rating, users.has(rating) ? null : { rater, times });
  });
  return [...users]
    .sort(([a], [b]) => a - b)
    .flatMap(([rating, user]) => {
      if (user === null) return [];
      const times = user.times === 1 ? 'once' : `${user.times} times`;
      const message = `Only ${user.rater} gives the code "${codeOf(ratings, rating)}" (${times}).`;
      return [{ code: 'code-of-one-rater', rater: user.rater, message } as const];
    });
}

/** Whole numbers with a gap: the places of the codes, by which a weighted kappa goes, may be wrong. */
function unusedCodes({ codes, values, raters }: SortedRatings): AgreementIssue[] {
  const isGapped = values.some((value, i) => i > 0 && value - values[i - 1]! > 1);
  if (codes !== undefined || raters.length !== 2 || !values.every(Number.isInteger) || !isGapped) return [];
  const shown = values.length > 12 ? `${values[0]} to ${values.at(-1)}` : values.join(', ');
  const message = `Of the whole numbers in between, the ratings (${shown}) leave some out. Weighted kappa goes by the places of the values that occur: state all codes of the scale in their order if it has others.`;
  return [{ code: 'unused-code', message }];
}

/** Labels that differ in nothing but letter case or spaces, and are taken for different codes all the same. */
function similarLabels({ codes = [] }: SortedRatings): AgreementIssue[] {
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const plain = code.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
    groups.set(plain, [...(groups.get(plain) ?? []), code]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((alike) => ({
      code: 'similar-labels',
      message: `${alike.map((code) => `"${code}"`).join(' and ')} are taken for different codes.`,
    }));
}
