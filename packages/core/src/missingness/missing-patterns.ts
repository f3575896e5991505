import type { ResponsePatterns } from '../moments/index.ts';

/** One combination of answered and missing variables. */
export interface MissingPattern {
  /** a character a variable: "1" answered, "0" missing */
  readonly pattern: string;
  readonly n: number;
  readonly share: number;
}

/** Which answers are missing together, and how often. */
export interface MissingPatterns {
  readonly n: number;
  /** the most frequent first, the one of those who answered nothing too */
  readonly patterns: readonly MissingPattern[];
  /** share of respondents without an answer, a number a variable */
  readonly missingShares: Float64Array;
  /** share of all cells without an answer */
  readonly missingShare: number;
  /** share of respondents without a hole */
  readonly completeShare: number;
}

/**
 * The patterns of missing answers.
 *
 * @returns shares NaN where there is no respondent, `missingShare` also where there is no variable
 * @see agrees with R `mice::md.pattern`
 * @example missingPatterns(responsePatternsOfColumns([[1, 2], [2, NaN]])).missingShares // Float64Array [0, 0.5]
 */
export function missingPatterns({ variables, empty, patterns }: ResponsePatterns): MissingPatterns {
  const counts = Array.from(patterns, ([pattern, { n }]) => [pattern, n] as const);
  if (empty > 0) counts.push(['0'.repeat(variables), empty]);
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  const missing = new Float64Array(variables);
  let [cells, complete] = [0, 0];
  for (const [pattern, count] of counts) {
    let holes = 0;
    for (let i = 0; i < variables; i++) {
      if (pattern[i] === '1') continue;
      missing[i]! += count;
      holes++;
    }
    cells += holes * count;
    if (holes === 0) complete += count;
  }
  return {
    n,
    patterns: counts
      .map(([pattern, count]) => ({ pattern, n: count, share: count / n }))
      .sort((a, b) => b.n - a.n || (a.pattern < b.pattern ? 1 : -1)),
    missingShares: missing.map((count) => count / n),
    missingShare: cells / (n * variables),
    completeShare: complete / n,
  };
}
