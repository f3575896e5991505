import type { QualityResults, Shown } from '../../../api/results.ts';

/** From this share of answers with a sign on, the page says so: about as many are found in any survey of staff. */
const MANY = 0.1;
const SECONDS = 2;

/**
 * Whether signs of hurry are many in some questionnaire. A number that is not shown is about few people or about nearly all;
 * where half of them took their time, those who were too fast are few.
 *
 * @returns null where nothing can be said
 */
export function someHurried(instruments: QualityResults['instruments']): boolean | null {
  const known = instruments.flatMap(({ n, straightlining, tooFast, incomplete, medianSecondsPerItem }) => {
    if (n.status !== 'shown' || n.value === 0) return [];
    const of = (sign: Shown<number>) => (sign.status === 'shown' ? [sign.value / n.value >= MANY] : []);
    const tookTime = tooFast.status === 'suppressed' && (medianSecondsPerItem ?? 0) >= SECONDS;
    const isFew = tookTime && tooFast.reason?.code === 'too-small' && (tooFast.reason.minimum - 1) / n.value < MANY;
    return [...of(straightlining), ...of(tooFast), ...of(incomplete), ...(isFew ? [false] : [])];
  });
  return known.length === 0 ? null : known.includes(true);
}
