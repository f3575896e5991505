import type { MissingRule } from '../instrument/instrument.ts';

/**
 * How many of k answers (or part scores) a score needs under a missing rule: at least one, or there is nothing to average.
 *
 * @example answersNeeded({ rule: 'minimum-share', share: 0.75 }, 8) // 6
 */
export function answersNeeded(rule: MissingRule, k: number): number {
  switch (rule.rule) {
    case 'complete':
      return k;
    case 'minimum-answered':
      return Math.max(1, rule.minimum);
    case 'minimum-share':
      // 0.7 x 10 is a little above 7 in binary, and asks for 7
      return Math.max(1, Math.ceil(rule.share * k - 1e-9));
    case 'person-mean':
      return 1;
  }
}
