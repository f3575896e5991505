import type { Moments } from './moments.ts';

/**
 * Respondents by what they answered: for each pattern of answered variables, the moments of those variables. All that
 * maximum likelihood for normal data with holes needs to know (`emMoments`).
 *
 * `patterns` is keyed by a text of one character a variable, "1" answered and "0" not; its moments hold the answered
 * variables, in order. `empty` counts the rows without any answer: they carry no information.
 */
export interface ResponsePatterns {
  readonly variables: number;
  readonly empty: number;
  readonly patterns: ReadonlyMap<string, Moments<'listwise'>>;
}

/**
 * Response patterns of nobody: the neutral element of `mergeResponsePatterns`.
 *
 * @throws RangeError unless k is a whole number from 0
 * @example emptyResponsePatterns(2).patterns.size // 0
 */
export function emptyResponsePatterns(k: number): ResponsePatterns {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of variables: ${k}.`);
  return { variables: k, empty: 0, patterns: new Map() };
}
