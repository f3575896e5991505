import type { ReliabilityScale } from '@peerscale/core';
import type { Catalogue } from '../catalogue.ts';
import type { Formats } from './formats.ts';

/**
 * About this much is often asked for when groups are compared (Nunnally & Bernstein 1994, chapter 7). The sentences call
 * it a habit: the verdict rests on the whole interval, never on the estimate alone.
 */
const CUSTOMARY = 0.7;

/** What alpha says about these answers, in sentences that do not claim more than the interval carries. */
export function verdict({ alpha, n }: ReliabilityScale, words: Catalogue['verdict'], format: Formats): string[] {
  const { value, interval } = alpha;
  if (value === null) return [words.none];
  const sentences = value < 0 ? [words.negative] : [words.share(format.percent(value), format.percent(1 - value))];
  const { lower, upper } = interval;
  if (lower === null || upper === null) return sentences;
  sentences.push(words.interval(n, format.figure(lower), format.figure(upper)));
  sentences.push(lower > CUSTOMARY ? words.above : upper < CUSTOMARY ? words.below : words.across, words.habit);
  return sentences;
}
