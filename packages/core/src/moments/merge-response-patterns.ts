import { mergeMoments } from './merge-moments.ts';
import type { ResponsePatterns } from './response-patterns.ts';

/**
 * Response patterns of two sets of respondents together.
 *
 * @throws RangeError for different numbers of variables
 * @example
 * const march = responsePatternsOfColumns([[1, 2], [2, NaN]]);
 * const april = responsePatternsOfColumns([[3], [5]]);
 * mergeResponsePatterns(march, april).patterns.get('11')?.n // 2
 */
export function mergeResponsePatterns(a: ResponsePatterns, b: ResponsePatterns): ResponsePatterns {
  if (a.variables !== b.variables) {
    throw new RangeError(`Unexpected number of variables: ${b.variables}, expected ${a.variables}.`);
  }
  const patterns = new Map(a.patterns);
  for (const [pattern, moments] of b.patterns) {
    const known = patterns.get(pattern);
    patterns.set(pattern, known === undefined ? moments : mergeMoments(known, moments));
  }
  return { variables: a.variables, empty: a.empty + b.empty, patterns };
}
