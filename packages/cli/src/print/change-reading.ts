import type { ChangeReportScale } from '@peerscale/core';
import { pWords } from './estimate-text.ts';
import { fixed, percent } from './number-text.ts';

/** What the figures of a scale say, in sentences; those of single people as counts. */
export function changeReading(scale: ChangeReportScale, level: number): string[] {
  const main = scale.linked ?? scale.everybody;
  if (main === null) return [];
  const { difference, equivalence } = main;
  const sentences: string[] = [];
  const who = scale.linked === null ? 'Everybody' : 'The same people';
  if (difference.value !== null && difference.interval !== null) {
    const { lower, upper } = difference.interval;
    const size = fixed(Math.abs(difference.value), 2);
    const range = `${fixed(lower, 2)} to ${fixed(upper, 2)}`;
    const clear = lower > 0 || upper < 0;
    sentences.push(
      clear
        ? `${who}: ${size} points ${difference.value > 0 ? 'higher' : 'lower'} than before; the data fit changes of ${range}.`
        : `${who}: no change beyond chance is to be seen; the data fit changes of ${range}.`,
    );
  }
  if (equivalence !== null && equivalence.equivalent !== null) {
    sentences.push(
      equivalence.equivalent
        ? `A change of ${equivalence.bound} points or more can be ruled out (${pWords(equivalence.p)}): as good as no change.`
        : `A change of ${equivalence.bound} points or more cannot be ruled out (${pWords(equivalence.p)}).`,
    );
  }
  const reliable = scale.linked?.reliableChange ?? null;
  if (reliable !== null) {
    const { higher, lower, unchanged, n, smallestDetectableChange, ofTheGroup, reliability } = reliable;
    const source = reliability.source === 'given' ? 'as given' : 'alpha of the first wave';
    sentences.push(
      `Of ${n} people ${higher} are reliably higher, ${lower} reliably lower, ${unchanged} neither (reliability ${fixed(reliability.value, 2)}, ${source}).`,
      `Error alone moves one person by up to ${fixed(smallestDetectableChange, 2)} points and their mean by ${fixed(ofTheGroup, 2)} (${percent(level)}).`,
    );
  }
  return sentences;
}
